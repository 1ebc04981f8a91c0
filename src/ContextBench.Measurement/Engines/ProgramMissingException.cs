namespace ContextBench.Measurement.Engines;

/// <summary>
/// A program that was asked for is not on this machine: says how to get it, or what to do without it.
/// </summary>
public sealed class ProgramMissingException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ProgramMissingException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing, and what to do.</param>
    public ProgramMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing, and what to do.</param>
    /// <param name="innerException">How it was noticed.</param>
    public ProgramMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
