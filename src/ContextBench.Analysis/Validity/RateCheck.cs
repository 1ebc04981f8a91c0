namespace ContextBench.Analysis.Validity;

/// <summary>An open loop that did not send its requests at the rate asked for: the server was overloaded.</summary>
internal static class RateCheck
{
    /// <summary>Judges it.</summary>
    /// <param name="reached">The share of the rate that was reached, 0 to 1; null where no launch counts.</param>
    public static Finding? Of(double? reached) => reached < WindowObservation.ReachedShare
        ? new Finding(Warning.RateNotReached(reached.Value), IsInvalid: true)
        : null;
}
