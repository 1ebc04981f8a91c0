namespace ContextBench.Analysis.Validity;

/// <summary>Launches whose warm-up reached its limit before slices and the JIT stood still.</summary>
internal static class SteadyCheck
{
    /// <summary>Looks for them.</summary>
    /// <param name="counted">The records of the launches that count, of an engine that records it.</param>
    public static Finding? Of(IReadOnlyCollection<LaunchObservation> counted)
    {
        var unsteady = counted.Count(record => !record.Steady);
        return unsteady == 0
            ? null
            : new Finding(
                Warning.NotSteady(unsteady, counted.Count), ValidityPolicy.ConcernsMost(unsteady, counted.Count));
    }
}
