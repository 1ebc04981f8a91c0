namespace ContextBench.Measurement.Runs;

/// <summary>A run's files cannot be written or read.</summary>
public sealed class StorageException : Exception
{
    /// <summary>Creates the exception.</summary>
    public StorageException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which file, and why.</param>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which file, and why.</param>
    /// <param name="innerException">What the system said.</param>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
