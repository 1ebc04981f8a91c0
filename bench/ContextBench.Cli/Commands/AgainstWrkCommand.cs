using System.CommandLine;
using System.Diagnostics;
using ContextBench.Cli.Progress;
using ContextBench.Cli.Wrk;
using ContextBench.Handlers;
using ContextBench.Measurement.Http;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting;
using ContextBench.Reporting.Analysis;
using ContextBench.Reporting.Output;
using ContextBench.Statistics;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>against-wrk</c>: launches of the paired engine and pairs of wrk runs in turn, in equal wall time, and how wide
/// the interval of each is. For those who doubt the engine, not for a run.
/// </summary>
internal sealed class AgainstWrkCommand(TextWriter output, TextWriter error)
{
    private const string Candidate = "async-local";
    private const int WrkSeconds = 2;
    private const int WarmUpSeconds = 2; // each route; a launch warms up about as long in all

    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var launches = new Option<int>("--launches") { DefaultValueFactory = _ => 8 };
        var folder = new Option<string?>("--output");
        var command = new Command("against-wrk", "The paired engine and wrk, in turn, in equal wall time")
        {
            launches, folder,
        };
        command.Hidden = true;
        command.SetAction((result, _) => new AgainstWrkCommand(output, error)
            .RunAsync(result.GetValue(launches), result.GetValue(folder)));
        return command;
    }

    private async Task<int> RunAsync(int launches, string? folder)
    {
        var runPlan = Plan(launches);
        WrkProgram.Require();
        _layout.RequirePrograms();
        var environment = EnvironmentManifest.Observe(
            runPlan, ProcessorPlan.For(Processor.Allowed()), GitCommit.Describe(_layout.Root),
            TimeProvider.System);
        var directory = new RunFolder(_layout).Create(folder, environment);
        error.WriteLine($"run-bench: observations in {directory.Path}");

        using var interruption = new Interruption();
        var pairs = new List<(double, double)>();
        var seconds = 0.0;
        try
        {
            var (plan, tier) = (environment.Plan, environment.Plan.Tiers[0]);
            var display = new PlainProgress(error);
            var progress = new LaunchProgress(
                display, new RunClock(plan, microSeconds: 0, TimeProvider.System), _ => tier.Tier);
            var runner = new Runner(
                new LaunchProcess(_layout.CliAssembly, [LaunchCommand.Name]), _layout.Server,
                environment.Pinning);
            for (var launch = 1; launch <= launches; launch++)
            {
                var start = Stopwatch.GetTimestamp();
                await runner.RunLaunchAsync(plan, tier, launch, directory, progress.Report, interruption.Token);
                var took = Stopwatch.GetElapsedTime(start);
                seconds += took.TotalSeconds;
                pairs.AddRange(await PairsAsync(took, tier.Connections, environment.Pinning, interruption.Token));
            }
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            error.WriteLine($"run-bench: interrupted; every finished launch is saved in {directory.Path}");
            return interruption.ExitCode;
        }

        Report(environment, directory, new WrkPairs(pairs), seconds);
        return ExitCode.Done;
    }

    // A fresh server, warmed up, then as many pairs as end within the time that the launch took, each in another order.
    private async Task<IReadOnlyList<(double Baseline, double Candidate)>> PairsAsync(
        TimeSpan time, int connections, ProcessorPlan processors, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        using var server = await PlainServer.StartAsync(_layout, processors.UnderTest, cancellation);
        var wrk = new WrkProgram(connections, processors.Generator);
        var body = PreparedRequest.BodyOf(Workload.Article.CreateRequest());
        var routes = new[] { VariantCatalogue.Baseline.Name, Candidate }.Select(server.RouteOf).ToArray();
        foreach (var route in routes)
            await wrk.RunAsync(route, body, WarmUpSeconds, cancellation);

        var pairs = new List<(double, double)>();
        while (pairs.Count == 0
            || Stopwatch.GetElapsedTime(start) + TimeSpan.FromSeconds(2 * WrkSeconds) <= time)
        {
            var rates = new double[2];
            foreach (var arm in pairs.Count % 2 == 0 ? new[] { 0, 1 } : [1, 0])
                rates[arm] = await wrk.RunAsync(routes[arm], body, WrkSeconds, cancellation);
            pairs.Add((rates[0], rates[1]));
        }

        return pairs;
    }

    private void Report(EnvironmentManifest environment, RunDirectory directory, WrkPairs pairs, double seconds)
    {
        var report = RunAnalysis.Of(environment, directory.ReadObservations(), MicroReport.None);
        ReportFiles.Write(report, directory);
        var tier = report.Tiers[0];
        if (tier.Find(Candidate, Metric.Total) is not { Low: { } low, High: { } high } ours)
            throw new UsageException($"only {tier.CountedLaunches} launches count; see {directory.Path}");

        using (var data = new StreamWriter(directory.File("wrk.csv")) { NewLine = "\n" })
            pairs.WriteCsv(data);
        using (var page = new StreamWriter(directory.File("against-wrk.md")) { NewLine = "\n" })
            Write(page);
        Write(output);

        void Write(TextWriter writer) => pairs.Write(
            new Interval(low, high), ours.OverheadPercent!.Value, tier.CountedLaunches, seconds,
            tier.Plan.Connections, writer);
    }

    private static RunPlan Plan(int launches)
    {
        if (launches < 2)
            throw new UsageException($"an interval needs at least 2 launches; got {launches} (--launches 2)");

        var kestrel = Profile.All.Single(profile => profile.Name == "quick").Tiers
            .Single(tier => tier.Tier == "kestrel");
        var seed = Random.Shared.Next(1, 1_000_000);
        return new RunPlan
        {
            Profile = "against-wrk",
            Tiers = [kestrel with { Launches = launches }],
            Variants = [VariantCatalogue.Baseline.Name, VariantCatalogue.Control.Name, Candidate],
            Workload = Workload.Article,
            MarginPercent = 1,
            Seed = seed,
            Reproduce = $"./run-bench.sh against-wrk --launches {launches}",
        };
    }
}
