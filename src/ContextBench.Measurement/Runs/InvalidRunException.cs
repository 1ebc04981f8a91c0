namespace ContextBench.Measurement.Runs;

/// <summary>A run was given up because it could not measure what it should.</summary>
public sealed class InvalidRunException : Exception
{
    /// <summary>Creates the exception.</summary>
    public InvalidRunException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was seen.</param>
    public InvalidRunException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was seen.</param>
    /// <param name="innerException">Where it was seen.</param>
    public InvalidRunException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
