namespace ContextBench.Measurement.Engines;

/// <summary>
/// A program that was asked for is not on this machine: says how to get it, or what to do without it.
/// </summary>
/// <param name="message">What is missing, and what to do.</param>
/// <param name="innerException">How it was noticed.</param>
public sealed class ProgramMissingException(string message, Exception? innerException = null)
    : Exception(message, innerException);
