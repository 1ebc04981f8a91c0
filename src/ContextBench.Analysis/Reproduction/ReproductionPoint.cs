namespace ContextBench.Analysis.Reproduction;

/// <summary>What the requests of a part of a reproduction are, and how expensive.</summary>
/// <param name="Name">Its permanent name, as <see cref="RunPlan.Point"/> has it.</param>
/// <param name="Summary">One line for people.</param>
public sealed record ReproductionPoint(string Name, string Summary)
{
    /// <summary>
    /// What a request of the baseline is made to cost, in µs of CPU time; null where nothing is added to it.
    /// </summary>
    public double? BaselineCpuUs { get; init; }

    /// <summary>
    /// The nested async methods of the article's own request; null where the request is the default study's.
    /// </summary>
    public int? Depth { get; init; }

    /// <summary>Whether the request is the article's own, and not that of the emails.</summary>
    public bool IsArticlesOwn => Depth is not null;

    /// <summary>
    /// The article's request as it was: on Node.js 14 it makes about as many promises as Kuzzle's, and costs as much.
    /// </summary>
    public static ReproductionPoint Article { get; } =
        new("article", "the article's request: one log line, its number of promises, a baseline of 352 µs of CPU")
        {
            BaselineCpuUs = 352,
            Depth = 18,
        };

    /// <summary>The article's request without extra work, at several depths.</summary>
    public static IReadOnlyList<ReproductionPoint> Depths { get; } = [OfDepth(0), OfDepth(5), OfDepth(13), OfDepth(30)];

    /// <summary>The default study's request as it is.</summary>
    public static ReproductionPoint Small { get; } = new("small", "4 log lines, no extra work");

    /// <summary>The default study's request, as expensive as half of the article's.</summary>
    public static ReproductionPoint HalfWay { get; } =
        new("half-way", "4 log lines, a baseline of 176 µs of CPU a request") { BaselineCpuUs = 176 };

    /// <summary>The default study's request, as expensive as the article's.</summary>
    public static ReproductionPoint OperatingPoint { get; } =
        new("operating-point", "4 log lines, a baseline of 352 µs of CPU a request, as the article's")
        {
            BaselineCpuUs = 352,
        };

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<ReproductionPoint> All { get; } = [Article, .. Depths, Small, HalfWay, OperatingPoint];

    /// <summary>Finds a point.</summary>
    /// <param name="name">Its name.</param>
    public static ReproductionPoint? Find(string? name) => All.FirstOrDefault(point => point.Name == name);

    private static ReproductionPoint OfDepth(int depth) =>
        new($"depth-{depth}", $"one log line under {depth} nested async methods, no extra work") { Depth = depth };
}
