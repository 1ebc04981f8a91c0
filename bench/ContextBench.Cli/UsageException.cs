namespace ContextBench.Cli;

/// <summary>What was asked for cannot be done; the message says what is wrong and what to do.</summary>
/// <param name="message">One line.</param>
internal sealed class UsageException(string message) : Exception(message);
