namespace ContextBench.Analysis.Reproduction;

/// <summary>How expensive the requests of a part of a reproduction are.</summary>
/// <param name="Name">Its permanent name, as <see cref="RunPlan.Point"/> has it.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="BaselineCpuUs">
/// What a request of the baseline is calibrated to cost, in µs of CPU time; null where nothing is added to it.
/// </param>
public sealed record ReproductionPoint(string Name, string Summary, double? BaselineCpuUs)
{
    /// <summary>The request as it is.</summary>
    public static ReproductionPoint Small { get; } = new("small", "no extra work", null);

    /// <summary>Half of the article's request.</summary>
    public static ReproductionPoint HalfWay { get; } = new("half-way", "a baseline of 176 µs of CPU a request", 176);

    /// <summary>The article's request.</summary>
    public static ReproductionPoint OperatingPoint { get; } =
        new("operating-point", "a baseline of 352 µs of CPU a request, as the article's", 352);

    /// <summary>All of them, by what a request costs.</summary>
    public static IReadOnlyList<ReproductionPoint> All { get; } = [Small, HalfWay, OperatingPoint];

    /// <summary>Finds a point.</summary>
    /// <param name="name">Its name.</param>
    public static ReproductionPoint? Find(string? name) => All.FirstOrDefault(point => point.Name == name);
}
