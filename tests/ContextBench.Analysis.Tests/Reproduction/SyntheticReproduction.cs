using ContextBench.Analysis.Reproduction;
using ContextBench.Measurement.Plans;

namespace ContextBench.Analysis.Tests.Reproduction;

/// <summary>A reproduction in a folder of its own.</summary>
internal sealed class SyntheticReproduction : IDisposable
{
    public const string Node14 = "Node.js 14.0.0";
    public const string Node20 = "Node.js 20.19.0";
    public const string Node24 = "Node.js 24.8.0";
    public const string DotNet = ".NET 10.0.12";

    public string Root { get; } = Directory.CreateTempSubdirectory("contextbench").FullName;

    /// <summary>
    /// The article's own request on four runtimes: its point, also by wrk on Node 14, and all depths. On Node 14 a
    /// request makes 5 promises and 2 more an await, each of which costs 0.75 µs: 30.75 µs for the 41 at a depth of 18.
    /// On Node 20 a context costs 1 µs whatever the depth, on Node 24 nothing that shows, on .NET 0.2 µs and 0.01 more
    /// an await.
    /// </summary>
    public static SyntheticReproduction OfArticle()
    {
        var reproduction = new SyntheticReproduction();
        foreach (var point in ReproductionPoint.Depths.Prepend(ReproductionPoint.Article))
        {
            var (depth, aimedUs) = (point.Depth!.Value, point.BaselineCpuUs);
            var node = Own(Node14, Residency.Apart, point, smallUs: 40 + depth) with
            {
                Promises = 5 + (2 * depth),
                Differences = [("als", 0.75 * (5 + (2 * depth))), ("no-id", -0.5)],
                WobbleUs = [-0.4, 0, 0.4],
            };
            reproduction.Add(node);
            if (point == ReproductionPoint.Article)
                reproduction.Add(node with { Wrk = new ArmPlan(30, 2, 12), WobbleUs = [-4, 0, 4] });
            reproduction.Add(node with { Runtime = Node20, Differences = [("als", 1), ("no-id", -0.5)] });
            reproduction.Add(node with { Runtime = Node24, Differences = [("als", 0), ("no-id", -0.5)] });
            if (aimedUs is not null)
                reproduction.Add(OwnOnDotNet(Residency.Apart, point) with { WobbleUs = [-0.4, 0, 0.4] });
            reproduction.Add(OwnOnDotNet(Residency.Together, point));
        }

        return reproduction;
    }

    /// <summary>
    /// The emails' request on four runtimes at three points. A context costs 33 µs on Node 14, 2 µs on Node 24 and
    /// 0.25 µs on .NET, where launches of processes apart differ by more than that.
    /// </summary>
    public static SyntheticReproduction Whole()
    {
        var reproduction = new SyntheticReproduction();
        foreach (var (point, cpuUs) in new[] { ("small", 0.0), ("half-way", 176), ("operating-point", 352) })
        {
            reproduction.Add(Node(Node14, point, cpuUs, smallUs: 60, contextUs: 33, wobbleUs: 2));
            reproduction.Add(Node(Node24, point, cpuUs, smallUs: 40, contextUs: 2, wobbleUs: 0.3));
            reproduction.Add(DotNetPart(Residency.Apart, point, cpuUs, wobbleUs: 0.4));
            reproduction.Add(DotNetPart(Residency.Together, point, cpuUs, wobbleUs: 0.02));
        }

        return reproduction;
    }

    /// <summary>Adds a part in a folder of its own.</summary>
    public SyntheticReproduction Add(SyntheticPart part)
    {
        // By another order than the report's: a folder's name decides nothing.
        part.Write(
            Root,
            $"{part.Point}-{part.Residency}-{part.Runtime.Replace(' ', '-')}{(part.Wrk is null ? "" : "-wrk")}"
            .ToLowerInvariant());
        return this;
    }

    public ReproductionReport Report() => ReproductionReport.Read(Root);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Node's part at a point; a request of it costs the server 0.95 times its time.</summary>
    public static SyntheticPart Node(
        string runtime, string point, double cpuUs, double smallUs, double contextUs, double wobbleUs) =>
        new(runtime, Residency.Apart, point)
        {
            BaselineUs = Math.Max(smallUs, cpuUs / 0.95),
            WorkUs = Math.Max(0, cpuUs - smallUs),
            Differences = [("als", contextUs), ("no-id", -3)],
            WobbleUs = [-wobbleUs, 0, wobbleUs],
        };

    /// <summary>A part of the article's own request, in each launch 2 µs more than in the one before.</summary>
    private static SyntheticPart Own(string runtime, Residency residency, ReproductionPoint point, double smallUs) =>
        new(runtime, residency, point.Name)
        {
            BaselineUs = point.BaselineCpuUs / 0.95 ?? smallUs,
            AimedCpuUs = point.BaselineCpuUs,
            WorkUs = point.BaselineCpuUs - smallUs ?? 0,
            DriftUs = point.BaselineCpuUs is null ? 0 : 2,
        };

    private static SyntheticPart OwnOnDotNet(Residency residency, ReproductionPoint point)
    {
        var contextUs = 0.2 + (0.01 * point.Depth!.Value);
        return Own(DotNet, residency, point, smallUs: 20) with
        {
            Differences = [("async-local", contextUs), ("async-local-map", 2 * contextUs), ("no-id", -0.05)],
            WobbleUs = [-0.02, 0, 0.02],
        };
    }

    private static SyntheticPart DotNetPart(Residency residency, string point, double cpuUs, double wobbleUs) =>
        new(DotNet, residency, point)
        {
            BaselineUs = Math.Max(22, cpuUs / 0.95),
            WorkUs = Math.Max(0, cpuUs - 21),
            Differences = [("async-local", 0.25), ("async-local-map", 0.5), ("no-id", -0.05)],
            WobbleUs = [-wobbleUs, 0, wobbleUs],
        };
}
