using ContextBench.Analysis.Reproduction;
using ContextBench.Measurement.Plans;

namespace ContextBench.Analysis.Tests.Reproduction;

/// <summary>
/// A whole reproduction in a folder of its own: four runtimes at three points. A context costs 33 µs on Node 14,
/// 2 µs on Node 24 and 0.25 µs on .NET, where launches of processes apart differ by more than that.
/// </summary>
internal sealed class SyntheticReproduction : IDisposable
{
    public const string Node14 = "Node.js 14.0.0";
    public const string Node24 = "Node.js 24.8.0";
    public const string DotNet = ".NET 10.0.12";

    public string Root { get; } = Directory.CreateTempSubdirectory("contextbench").FullName;

    /// <summary>Adds all parts.</summary>
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
        part.Write(Root, $"{part.Point}-{part.Residency}-{part.Runtime.Replace(' ', '-')}".ToLowerInvariant());
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

    private static SyntheticPart DotNetPart(Residency residency, string point, double cpuUs, double wobbleUs) =>
        new(DotNet, residency, point)
        {
            BaselineUs = Math.Max(22, cpuUs / 0.95),
            WorkUs = Math.Max(0, cpuUs - 21),
            Differences = [("async-local", 0.25), ("async-local-map", 0.5), ("no-id", -0.05)],
            WobbleUs = [-wobbleUs, 0, wobbleUs],
        };
}
