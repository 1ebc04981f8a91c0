using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Handlers.Node;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;

namespace ContextBench.Analysis.Tests.Reproduction;

/// <summary>
/// A part of a reproduction whose truth is known: each variant costs so many µs more than <c>classic</c> in every
/// launch, give or take that launch's own wobble.
/// </summary>
internal sealed record SyntheticPart(string Runtime, Residency Residency, string? Point)
{
    private const int SliceOperations = 100;
    private const int Batches = 2;
    private const int Blocks = 5;
    private const double CpuShare = 0.95;

    /// <summary>What a request of <c>classic</c> costs, in µs.</summary>
    public double BaselineUs { get; init; } = 100;

    /// <summary>What a request of each other variant costs more, in µs.</summary>
    public (string Variant, double Us)[] Differences { get; init; } = [];

    /// <summary>What the candidates of each launch cost on top of that, in µs; the control has half of it.</summary>
    public double[] WobbleUs { get; init; } = [-0.1, 0, 0.1];

    public double WorkUs { get; init; }

    private bool IsNode => Runtime.StartsWith("Node", StringComparison.Ordinal);

    private string Tier => IsNode ? "express" : "kestrel";

    private string[] Variants => ["classic", "control", .. Differences.Select(difference => difference.Variant)];

    /// <summary>Writes the part's folder.</summary>
    public void Write(string root, string folder)
    {
        var directory = new RunDirectory(Path.Combine(root, folder));
        directory.Create();
        var environment = SyntheticRun.Environment();
        directory.WriteEnvironment(environment with
        {
            Runtime = Runtime,
            GcMode = IsNode ? "V8's own" : environment.GcMode,
            Plan = environment.Plan with
            {
                Point = Point,
                Study = IsNode ? NodeStudy.Lines.Only(Variants) : StudyCatalogue.Default.FactsOf(Variants),
                Workload = (EmailWorkload.Article with { WorkMicroseconds = WorkUs }).Facts,
                Body = EmailWorkload.Article.Body,
                Load = new LoadPlan { Residency = Residency },
                Reproduce = "./run-bench.sh reproduce --seed 7",
                Tiers =
                [
                    new TierPlan
                    {
                        Tier = Tier,
                        Launches = WobbleUs.Length,
                        SliceOperations = SliceOperations,
                        Connections = 4,
                        MeasureSeconds = 1,
                        MostWarmUpSeconds = 1,
                    },
                ],
            },
        });
        for (var launch = 0; launch < WobbleUs.Length; launch++)
        {
            foreach (var observation in Observations(launch + 1, WobbleUs[launch]))
                directory.Append(ObservationJson.Write(observation));
        }
    }

    private IEnumerable<Observation> Observations(int launch, double wobbleUs)
    {
        double[] costsUs =
        [
            BaselineUs, BaselineUs + (wobbleUs / 2),
            .. Differences.Select(difference => BaselineUs + difference.Us + wobbleUs),
        ];
        for (var b = 0; b < Batches; b++)
        {
            var batch = BatchObservation.Empty(Tier, launch, b, costsUs.Length, Blocks);
            for (var block = 0; block < Blocks; block++)
            {
                batch.Orders[block] = [.. Enumerable.Range(0, costsUs.Length)];
                for (var v = 0; v < costsUs.Length; v++)
                {
                    batch.ElapsedNs[v][block] = (long)Math.Round(costsUs[v] * SliceOperations * 1e3);
                    batch.CpuNs![v][block] = (long)Math.Round(costsUs[v] * SliceOperations * 1e3 * CpuShare);
                }
            }

            yield return batch;
        }

        var sliceNs = (long)(Batches * Blocks * costsUs.Sum() * SliceOperations * 1e3);
        yield return new LaunchObservation
        {
            Tier = Tier,
            Launch = launch,
            Seed = launch,
            Variants = Variants,
            SliceOperations = SliceOperations,
            Connections = 4,
            Steady = true,
            Blocks = Batches * Blocks,
            SliceElapsedNs = sliceNs,
            SliceCpuNs = (long)(sliceNs * CpuShare),
            Runtime = IsNode ? null : new RuntimeCounters(1_000_000, 0, 0, 0, 0, 0),
            Allocations = IsNode ? [] : [.. costsUs.Select(_ => new AllocationObservation([1000], 1, 0, 0))],
            Latencies = [.. costsUs.Select(us =>
                new LatencySummary(100, (long)(2e3 * us), (long)(4e3 * us), ""))],
        };
    }
}
