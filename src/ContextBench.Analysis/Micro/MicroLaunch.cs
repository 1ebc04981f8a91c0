namespace ContextBench.Analysis.Micro;

/// <summary>What one process measured of one benchmark: one number, since its iterations are no replicates.</summary>
/// <param name="Id">The launch, <c>L01</c> and so on: launches of two benchmarks with the same id are a pair.</param>
/// <param name="Nanoseconds">The median over its iterations, in ns an operation; above 0.</param>
/// <param name="Bytes">Bytes allocated an operation; null where not measured.</param>
public sealed record MicroLaunch(string Id, double Nanoseconds, double? Bytes)
{
    /// <summary>
    /// The geometric mean of launches, in ns an operation: the quotient of two of them is the geometric mean of the
    /// launches' own quotients, so that a table's times and ratios agree.
    /// </summary>
    /// <param name="launches">The launches, one or more.</param>
    public static double MeanOf(IEnumerable<MicroLaunch> launches) =>
        Math.Exp(launches.Average(launch => Math.Log(launch.Nanoseconds)));
}
