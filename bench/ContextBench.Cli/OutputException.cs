namespace ContextBench.Cli;

/// <summary>Standard output takes no more: it is full, or closed.</summary>
/// <param name="cause">What the system said; .NET wraps a closed one in an exception about paths.</param>
internal sealed class OutputException(Exception cause)
    : Exception($"standard output cannot be written: {(cause.InnerException ?? cause).Message}", cause);
