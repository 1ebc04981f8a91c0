using ContextBench.Agent;
using ContextBench.Analysis.Reproduction;
using ContextBench.Handlers;
using ContextBench.Handlers.Node;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Now;

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

    /// <summary>Promises of a request, as an async hook counted them.</summary>
    public double? Promises { get; init; }

    /// <summary>
    /// What a request of <c>classic</c> was to cost, in µs of CPU time; each launch then found its own extra work.
    /// </summary>
    public double? AimedCpuUs { get; init; }

    /// <summary>What a request of any variant costs more in each launch than in the one before, in µs.</summary>
    public double DriftUs { get; init; }

    /// <summary>What wrk does; null for the paired engine.</summary>
    public ArmPlan? Wrk { get; init; }

    private ReproductionPoint? Known => ReproductionPoint.Find(Point);

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
                PromisesPerRequest = Promises,
                BaselineCpuUs = AimedCpuUs,
                Study = Study,
                Workload = Facts,
                Body = EmailWorkload.Article.Body,
                Load = new LoadPlan
                {
                    Engine = Wrk is null ? EngineNames.Paired : EngineNames.Wrk,
                    Residency = Residency,
                    Arms = Wrk,
                },
                Reproduce = "./run-bench.sh reproduce --seed 7",
                Tiers =
                [
                    new TierPlan
                    {
                        Tier = Tier,
                        Launches = WobbleUs.Length,
                        SliceOperations = SliceOperations,
                        Connections = Wrk is null ? 4 : 300,
                        MeasureSeconds = 1,
                        MostWarmUpSeconds = 1,
                    },
                ],
            },
        });
        for (var launch = 0; launch < WobbleUs.Length; launch++)
        {
            foreach (var observation in Observations(launch + 1, CostsUs(launch)))
                directory.Append(ObservationJson.Write(observation));
        }
    }

    private StudyFacts Study => (IsNode, Known) switch
    {
        (true, { IsArticlesOwn: true }) => NodeStudy.Now.Only(Variants),
        (true, _) => NodeStudy.Lines.Only(Variants),
        (false, { IsArticlesOwn: true }) => StudyCatalogue.Get("now").FactsOf(Variants),
        _ => StudyCatalogue.Default.FactsOf(Variants),
    };

    private WorkloadFacts Facts => Known is { Depth: { } depth }
        ? (NowWorkload.Kind.Default with { Depth = depth }).Facts
        : (EmailWorkload.Article with { WorkMicroseconds = WorkUs }).Facts;

    // Of a launch, from 0, by variant.
    private double[] CostsUs(int launch)
    {
        var baselineUs = BaselineUs + (launch * DriftUs);
        return
        [
            baselineUs, baselineUs + (WobbleUs[launch] / 2),
            .. Differences.Select(difference => baselineUs + difference.Us + WobbleUs[launch]),
        ];
    }

    private IEnumerable<Observation> Observations(int launch, double[] costsUs) =>
        (Wrk is { Seconds: var seconds } ? Arms(launch, costsUs, seconds) : Slices(launch, costsUs))
            .Append(Record(launch, costsUs));

    private IEnumerable<Observation> Arms(int launch, double[] costsUs, int seconds) =>
        costsUs.Select((us, variant) => new ArmObservation
        {
            Tier = Tier,
            Launch = launch,
            Variant = Variants[variant],
            Place = variant,
            Requests = (long)(seconds * 1e6 / us),
            RequestsPerSecond = 1e6 / us,
            P50Us = 300 * us,
            P99Us = 600 * us,
            ServerCpuNs = (long)(seconds * 1e9 * CpuShare),
            GeneratorCpuNs = seconds * 50_000_000L,
        });

    private IEnumerable<Observation> Slices(int launch, double[] costsUs)
    {
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
    }

    private LaunchObservation Record(int launch, double[] costsUs)
    {
        var sliceNs = (long)(Batches * Blocks * costsUs.Sum() * SliceOperations * 1e3);
        return new LaunchObservation
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
            ExtraWorkUs = AimedCpuUs is null ? null : WorkUs + ((launch - 1) * DriftUs),
            Runtime = IsNode ? null : new RuntimeCounters(1_000_000, 0, 0, 0, 0, 0),
            Allocations = IsNode ? [] : [.. costsUs.Select(_ => new AllocationObservation([1000], 1, 0, 0))],
            Latencies = [.. costsUs.Select(us =>
                new LatencySummary(100, (long)(2e3 * us), (long)(4e3 * us), ""))],
        };
    }
}
