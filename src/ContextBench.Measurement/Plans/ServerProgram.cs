namespace ContextBench.Measurement.Plans;

/// <summary>The server under test of a launch.</summary>
/// <param name="Path">Its assembly, or its script.</param>
/// <param name="Host">The program that runs it, such as <c>node</c>; null for the runtime that runs this one.</param>
public sealed record ServerProgram(string Path, string? Host = null);
