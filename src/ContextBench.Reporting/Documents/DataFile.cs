namespace ContextBench.Reporting.Documents;

/// <summary>The numbers behind a document, in a file for programs.</summary>
/// <param name="FileName">The file's name.</param>
/// <param name="Write">Writes it.</param>
public sealed record DataFile(string FileName, Action<TextWriter> Write);
