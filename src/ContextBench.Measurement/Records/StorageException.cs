namespace ContextBench.Measurement.Records;

/// <summary>A run's files cannot be written or read.</summary>
/// <param name="message">Which file, and why.</param>
/// <param name="innerException">What the system said.</param>
public sealed class StorageException(string message, Exception? innerException = null)
    : Exception(message, innerException);
