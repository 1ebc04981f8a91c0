namespace ContextBench.Analysis.Calibrations;

/// <summary>A known number of allocated bytes in one run, and what the run made of it.</summary>
/// <param name="Injected">What a request of the arm allocates more than the baseline's, in bytes.</param>
/// <param name="Recovered">What the run reports, in bytes.</param>
/// <param name="TotalUs">What they cost in <c>total</c>, the collections that they cause among it, in µs.</param>
/// <param name="TotalLowUs">The lower bound of its 95 % interval, in µs.</param>
/// <param name="TotalHighUs">The upper bound.</param>
/// <param name="ChargeUs">The part of it that is charged for collections, in µs; null where nothing is charged.</param>
public sealed record RecoveredBytes(
    int Injected, double Recovered, double TotalUs, double TotalLowUs, double TotalHighUs, double? ChargeUs);
