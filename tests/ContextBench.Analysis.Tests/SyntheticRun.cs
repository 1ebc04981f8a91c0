using ContextBench.Agent;
using ContextBench.Analysis.Comparisons;
using ContextBench.Analysis.Results;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;

namespace ContextBench.Analysis.Tests;

/// <summary>
/// A run whose truth is known: every slice of the baseline costs the same, and a candidate's a given multiple.
/// </summary>
internal sealed class SyntheticRun
{
    public const int SliceOperations = 10;
    public const long BaselineSliceNs = 1_000_000; // 100 µs an operation

    private readonly List<Observation> _observations = [];
    private readonly List<TierPlan> _tiers = [];

    public string[] Variants { get; init; } = ["classic", "control", "async-local"];

    /// <summary>Batches of a launch.</summary>
    public int Batches { get; init; } = 3;

    /// <summary>Blocks of a batch.</summary>
    public int Blocks { get; init; } = 5;

    public double MarginPercent { get; init; } = 1;

    /// <summary>What collecting costs; nothing unless told, so that a total is the time.</summary>
    public double CollectionNsPerByte { get; init; }

    /// <summary>Whether the process under test has a CPU clock.</summary>
    public bool HasCpuClock { get; init; } = true;

    /// <summary>How load is made and counted.</summary>
    public LoadPlan Load { get; init; } = new();

    /// <summary>Adds a tier.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ratios">
    /// For each launch, the cost of each variant but the baseline, as a multiple of the baseline's.
    /// </param>
    public SyntheticRun Tier(string name, params double[][] ratios)
    {
        _tiers.Add(new TierPlan
        {
            Tier = name,
            Launches = ratios.Length,
            SliceOperations = SliceOperations,
            Connections = name == "kestrel" ? 4 : 1,
            MeasureSeconds = 1,
            MostWarmUpSeconds = 1,
        });
        for (var launch = 0; launch < ratios.Length; launch++)
            AddLaunch(name, launch + 1, ratios[launch]);
        return this;
    }

    /// <summary>Marks the last launch of the last tier.</summary>
    public SyntheticRun Last(Func<LaunchObservation, LaunchObservation> change)
    {
        _observations[^1] = change((LaunchObservation)_observations[^1]);
        return this;
    }

    /// <summary>Marks the last launches as faulted.</summary>
    public SyntheticRun Faults(int launches)
    {
        var records = _observations.OfType<LaunchObservation>().TakeLast(launches).ToArray();
        foreach (var record in records)
            _observations[_observations.IndexOf(record)] = record with { Fault = "the server died" };
        return this;
    }

    /// <summary>Changes every launch's record.</summary>
    public SyntheticRun EachLaunch(Func<LaunchObservation, LaunchObservation> change)
    {
        for (var i = 0; i < _observations.Count; i++)
        {
            if (_observations[i] is LaunchObservation launch)
                _observations[i] = change(launch);
        }

        return this;
    }

    /// <summary>Changes every batch.</summary>
    public SyntheticRun EachBatch(Action<BatchObservation> change)
    {
        foreach (var batch in _observations.OfType<BatchObservation>())
            change(batch);
        return this;
    }

    /// <summary>Removes the last observation: the launch's record, of a launch that was interrupted.</summary>
    public SyntheticRun WithoutLastRecord()
    {
        _observations.RemoveAt(_observations.Count - 1);
        return this;
    }

    public RunResult Report(string? baseline = null) => RunAnalysis.Of(Manifest(), _observations, baseline);

    /// <summary>Writes it to a folder, as a run does.</summary>
    public void Save(string path)
    {
        var folder = new RunDirectory(path);
        folder.Create();
        folder.WriteEnvironment(Manifest());
        foreach (var observation in _observations)
            folder.Append(ObservationJson.Write(observation));
    }

    /// <summary>The manifest of a run without tiers.</summary>
    public static EnvironmentManifest Environment() => new SyntheticRun().Manifest();

    private EnvironmentManifest Manifest() => new()
    {
        StartedAt = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero),
        Cpu = "Example CPU",
        Processor = new ProcessorIdentity("Example", "1", "2", "3", "L2 1024K"),
        Processors = 2,
        Os = "Example OS 1",
        Architecture = "X64",
        Virtualisation = "hypervisor",
        StealSinceBoot = 0.01,
        Runtime = ".NET 10.0.12",
        GcMode = "workstation, concurrent",
        RuntimeVariables = new Dictionary<string, string>(),
        Commit = "abc1234",
        Pinning = new ProcessorPlan(0, 1),
        Plan = new RunPlan
        {
            Profile = "quick",
            Tiers = _tiers,
            Study = StudyCatalogue.Default.FactsOf(Variants),
            Workload = EmailWorkload.Article.Facts,
            Body = EmailWorkload.Article.Body,
            Load = Load,
            MarginPercent = MarginPercent,
            Seed = 7,
            Reproduce = "./run-bench.sh run --seed 7",
        },
    };

    private void AddLaunch(string tier, int launch, double[] ratios)
    {
        double[] costs = [1, .. ratios];
        for (var b = 0; b < Batches; b++)
        {
            var batch = BatchObservation.Empty(tier, launch, b, Variants.Length, Blocks, HasCpuClock);
            for (var block = 0; block < Blocks; block++)
            {
                batch.Orders[block] = [.. Enumerable.Range(0, Variants.Length)];
                for (var v = 0; v < Variants.Length; v++)
                {
                    var ns = (long)Math.Round(BaselineSliceNs * costs[v]);
                    batch.ElapsedNs[v][block] = ns;
                    if (batch.CpuNs is { } cpuNs)
                        cpuNs[v][block] = ns;
                }
            }

            _observations.Add(batch);
        }

        var slices = Batches * Blocks * Variants.Length;
        _observations.Add(new LaunchObservation
        {
            Tier = tier,
            Launch = launch,
            Seed = launch,
            Variants = Variants,
            SliceOperations = SliceOperations,
            Connections = 4,
            Steady = true,
            Blocks = Batches * Blocks,
            SliceElapsedNs = slices * BaselineSliceNs,
            SliceCpuNs = HasCpuClock ? (long)(slices * BaselineSliceNs * 0.95) : null,
            GeneratorCpuNs = slices * SliceOperations * 20_000L,
            StealShare = 0.01,
            Runtime = new RuntimeCounters(1_000_000, 0, 0, 0, (long)(1_000_000 * CollectionNsPerByte), 0),
            Allocations = [.. Variants.Select((_, v) =>
                new AllocationObservation([1000 + (100 * v), 1000 + (100 * v), 5000], 1, 0, 0))],
            Latencies = [.. costs.Select(cost => tier == "kestrel"
                ? new LatencySummary(100, (long)(200_000 * cost), (long)(400_000 * cost), "")
                : null)],
        });
    }
}
