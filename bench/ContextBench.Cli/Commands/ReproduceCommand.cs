using System.CommandLine;
using ContextBench.Analysis.Reproduction;
using ContextBench.Cli.Options;
using ContextBench.Cli.Progress;
using ContextBench.Cli.Reproduction;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Measurement.Runs;
using ContextBench.Workloads;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>reproduce</c>: the article's comparison on the article's runtime, on today's Node.js and on .NET, by one engine,
/// the parts taking turns launch by launch.
/// </summary>
/// <param name="options">The options.</param>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class ReproduceCommand(ReproduceOptions options, TextWriter output, TextWriter error)
{
    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var options = new ReproduceOptions();
        var command = new Command(
            "reproduce", "The article's comparison on Node.js 14.0.0, on Node.js 24 and on .NET, side by side");
        foreach (var option in options.All)
            command.Add(option);
        command.SetAction((result, _) => new ReproduceCommand(options, output, error).RunAsync(result));
        return command;
    }

    private string? _root;

    private Task<int> RunAsync(ParseResult result) => Interruption.RunAsync(
        error, () => Interruption.Saved(_root), cancellation => ExecuteAsync(result, cancellation));

    private async Task<int> ExecuteAsync(ParseResult result, CancellationToken cancellation)
    {
        var request = options.Read(result, CommonOptions.DrawSeed);
        _layout.RequirePrograms();
        var programs = _layout.MeasuredPrograms();
        MeasuredEnvironment.Say(error);
        RunFolder.RequireEmpty(request.Output); // before npm fetches anything
        var runtimes = await new RuntimeFinder(_layout, error).FindAsync(request.Runtimes, cancellation);
        var pinning = ProcessorPlan.For(Processor.Allowed());
        var environment = Observe(runtimes[0], PlanOf(request, runtimes[0], request.Points[0], 0), pinning);
        var root = new RunFolder(_layout).Resolve(request.Output, environment, "-reproduction");
        GitCommit.Warn(environment.Commit, error);
        error.WriteLine($"run-bench: seed {request.Seed}, observations in {root}");

        string? invalid = null;
        await ProgressDisplay.RunAsync(error, async display =>
        {
            var clock = ClockOf(request, runtimes);
            var (parts, problem) = await PlanPartsAsync(
                request, runtimes, programs, pinning, root, display, clock, cancellation);
            _root = root;
            clock.Start();
            invalid = await MeasureAsync(parts, request, display, clock, cancellation) ?? problem;
            cancellation.ThrowIfCancellationRequested();
        });

        var isInvalid = ReportCommand.WriteReproduction(
            root, $"reproduction.md, reproduction.svg and comparisons.json are in {root}", output, error);
        if (invalid is not null)
            error.WriteLine($"run-bench: invalid: {invalid}");
        return isInvalid || invalid is not null ? ExitCode.Invalid : ExitCode.Done;
    }

    // Extra work is found before anything is compared, once a runtime: both residencies of .NET do the same work.
    private async Task<(IReadOnlyList<ReproducedPart> Parts, string? Problem)> PlanPartsAsync(
        ReproduceRequest request, IReadOnlyList<ReproducedRuntime> runtimes, MeasuredPrograms programs,
        ProcessorPlan pinning, string root, IProgressDisplay display, RunClock clock, CancellationToken cancellation)
    {
        var parts = new List<ReproducedPart>();
        string? problem = null;
        foreach (var sameWork in runtimes.GroupBy(runtime => runtime.Name))
        {
            var calibrated = sameWork.First();
            var search = new OperatingPointSearch(
                calibrated, RunnerOf(calibrated),
                plan => Observe(calibrated, plan, pinning), Path.Combine(root, "calibration", calibrated.Name));
            foreach (var point in request.Points)
            {
                var name = $"{calibrated.Name}: {point.Name}";
                display.Show(clock.State($"{name}: finding the extra work"), isMilestone: false);
                try
                {
                    var bare = PlanOf(request, calibrated, point, workUs: 0);
                    var workUs = await search.FindAsync(point, bare, _ => { }, cancellation);
                    display.Show(
                        clock.State(FormattableString.Invariant($"{name}: {workUs:0.#} µs of extra work")),
                        isMilestone: true);
                    parts.AddRange(sameWork.Select(runtime => PartOf(runtime, point, workUs)));
                }
                catch (InvalidRunException exception)
                {
                    problem = $"{name} is left out: {exception.Message}"; // the others can still be compared
                    display.Show(clock.State(problem), isMilestone: true);
                }
            }
        }

        return parts.Count > 0 ? (parts, problem) : throw new InvalidRunException(problem!);

        ReproducedPart PartOf(ReproducedRuntime runtime, ReproductionPoint point, double workUs)
        {
            var environment = Observe(runtime, PlanOf(request, runtime, point, workUs), pinning);
            return new ReproducedPart(
                environment,
                RunFolder.CreateAt(Path.Combine(root, $"{runtime.FolderName}-{point.Name}"), environment),
                RunnerOf(runtime));
        }

        Runner RunnerOf(ReproducedRuntime runtime) =>
            new(new EngineCatalogue(_layout).Paired(pinning, runtime.Server), programs);
    }

    // Parts take turns launch by launch, in a new order each time, so that none has the quiet minutes to itself.
    private static async Task<string?> MeasureAsync(
        IReadOnlyList<ReproducedPart> parts, ReproduceRequest request, IProgressDisplay display, RunClock clock,
        CancellationToken cancellation)
    {
        var random = new Random(request.Seed);
        var going = parts.ToArray();
        string? invalid = null;
        for (var launch = 1; launch <= parts.Max(part => part.Tier.Launches); launch++)
        {
            random.Shuffle(going);
            foreach (var part in going.Where(part => launch <= part.Tier.Launches))
            {
                try
                {
                    var progress = new LaunchProgress(display, clock, _ => part.Name);
                    await part.Runner.RunLaunchAsync(
                        new PlannedLaunch(part.Environment.Plan, part.Tier, launch, part.Directory, progress.Report),
                        cancellation);
                }
                catch (InvalidRunException exception)
                {
                    invalid = $"{part.Name}: {exception.Message}"; // the others can still be compared
                    going = [.. going.Except([part])];
                }
            }
        }

        return invalid;
    }

    private EnvironmentManifest Observe(ReproducedRuntime runtime, RunPlan plan, ProcessorPlan pinning)
    {
        var environment = EnvironmentManifest.Observe(
            plan, pinning, GitCommit.Describe(_layout.Root), TimeProvider.System);
        return runtime.NodeVersion is { } version ? environment.OnNode(version) : environment;
    }

    private static RunPlan PlanOf(
        ReproduceRequest request, ReproducedRuntime runtime, ReproductionPoint point, double workUs) => new()
        {
            Profile = "reproduce",
            Tiers = [runtime.Tier(request.LaunchesOf(runtime.Residency), request.Seconds)],
            Study = runtime.Study,
            Workload = Workload.Article.Facts with { WorkMicroseconds = Math.Round(workUs, 2) },
            Body = Workload.Article.Body,
            Load = new LoadPlan { Residency = runtime.Residency },
            Point = point.Name,
            MarginPercent = 1,
            Seed = request.Seed,
            Reproduce = request.Command,
        };

    private static RunClock ClockOf(ReproduceRequest request, IReadOnlyList<ReproducedRuntime> runtimes)
    {
        TierPlan[] tiers =
        [
            .. runtimes.Select(runtime => runtime.Tier(request.LaunchesOf(runtime.Residency), request.Seconds))
                .GroupBy(tier => tier.Tier)
                .Select(same => same.First() with
                {
                    Launches = request.Points.Count * same.Sum(tier => tier.Launches),
                }),
        ];
        return new RunClock(
            PlanOf(request, runtimes[0], request.Points[0], workUs: 0) with { Tiers = tiers }, microSeconds: 0,
            TimeProvider.System);
    }
}
