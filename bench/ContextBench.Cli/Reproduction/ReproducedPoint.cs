namespace ContextBench.Cli.Reproduction;

/// <summary>How dear the requests of a reproduction are.</summary>
/// <param name="Name">Its name, in options, folders and reports.</param>
/// <param name="TargetUs">What the baseline's request costs, in µs of CPU; null for what it costs by itself.</param>
internal sealed record ReproducedPoint(string Name, double? TargetUs)
{
    /// <summary>All of them. 352 µs is the article's request: 1/2842 s.</summary>
    public static IReadOnlyList<ReproducedPoint> All { get; } =
        [new("small", null), new("half-way", 176), new("operating-point", 352)];
}
