namespace ContextBench.Analysis.Validity;

/// <summary>
/// Launches in which the generator used more CPU time than the process under test: it then measured itself.
/// </summary>
internal static class GeneratorCheck
{
    /// <summary>Looks for them.</summary>
    /// <param name="counted">
    /// Of each launch that counts, the CPU time per request of the generator and of the process under test, in µs; null
    /// where it is not known.
    /// </param>
    public static Finding? Of(IReadOnlyCollection<(double? GeneratorUs, double? UnderTestUs)> counted)
    {
        var limited = counted.Count(launch => launch.GeneratorUs > launch.UnderTestUs);
        return limited == 0
            ? null
            : new Finding(
                Warning.GeneratorLimited(limited, counted.Count), ValidityPolicy.ConcernsMost(limited, counted.Count));
    }
}
