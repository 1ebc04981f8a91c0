namespace ContextBench.Measurement.Plans;

/// <summary>The server under test of a launch.</summary>
/// <param name="Path">Its assembly, or its script.</param>
/// <param name="Host">The program that runs it, such as <c>node</c>; null for the runtime that runs this one.</param>
public sealed record ServerProgram(string Path, string? Host = null)
{
    /// <summary>Whether it runs on this runtime, and hosts the variants of the catalogue.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsDotnet => Host is null;
}
