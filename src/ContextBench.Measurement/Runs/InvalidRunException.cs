namespace ContextBench.Measurement.Runs;

/// <summary>A run was given up because it could not measure what it should.</summary>
/// <param name="message">What was seen.</param>
public sealed class InvalidRunException(string message) : Exception(message);
