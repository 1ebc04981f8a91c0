namespace ContextBench.Measurement;

/// <summary>The process under test died, hung or answered wrongly: the launch cannot count.</summary>
public sealed class LaunchFaultException : Exception
{
    /// <summary>Creates the fault.</summary>
    public LaunchFaultException()
    {
    }

    /// <summary>Creates the fault.</summary>
    /// <param name="message">What was seen, in one line.</param>
    public LaunchFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the fault.</summary>
    /// <param name="message">What was seen, in one line.</param>
    /// <param name="innerException">Where it was seen.</param>
    public LaunchFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
