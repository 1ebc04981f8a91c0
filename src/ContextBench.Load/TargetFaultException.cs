namespace ContextBench.Load;

/// <summary>The process under test died, hung or answered wrongly: what was measured of it cannot count.</summary>
/// <param name="message">What was seen, in one line.</param>
/// <param name="innerException">Where it was seen.</param>
public sealed class TargetFaultException(string message, Exception? innerException = null)
    : Exception(message, innerException);
