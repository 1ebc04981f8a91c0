namespace ContextBench.Cli.Tests;

/// <summary>A process that a run has started to be measured.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsServer">Whether it is a server, and not a launch.</param>
/// <param name="Variables">The names of its environment variables.</param>
public sealed record MeasuredProcess(int Id, bool IsServer, IReadOnlyList<string> Variables);
