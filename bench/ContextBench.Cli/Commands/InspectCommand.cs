using ContextBench.Analysis.Inspections;
using ContextBench.Measurement.Inspections;
using ContextBench.Reporting.Inspections;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>inspect</c>: what differs between two variants in one request, counted and not timed; for whoever doubts that
/// they differ in nothing but the context.
/// </summary>
/// <param name="output">Takes the table.</param>
/// <param name="error">Takes progress and diagnostics.</param>
internal sealed class InspectCommand(TextWriter output, TextWriter error)
{
    private const double MostWarmUpSeconds = 4;
    private const int MostRequests = 10_000;

    private readonly Argument<string> _baseline = new("VARIANT") { Description = "A variant" };

    private readonly Argument<string> _candidate = new("OTHER") { Description = "Another, held against it" };

    private readonly Option<string> _tier = new("--tier")
    {
        Description = $"One of {string.Join(", ", TierNames)}",
        HelpName = "TIER",
        DefaultValueFactory = _ => "kestrel",
    };

    private readonly Option<int> _requests = new("--requests")
    {
        Description = $"Requests to count the allocations of, 10 to {MostRequests}, 20 ms apart",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    };

    private readonly WorkloadOptions _workload = new();

    private readonly Option<string> _study = CommonOptions.Study();

    private readonly Option<string?> _output = CommonOptions.Output();

    private readonly RepositoryLayout _layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private static string[] TierNames => [.. TierCatalogue.All.Select(tier => tier.Name)];

    public static Command Create(TextWriter output, TextWriter error)
    {
        var inspect = new InspectCommand(output, error);
        var command = new Command(
            "inspect", "What differs between two variants in one request: allocations by type, bytes, awaits, threads")
        {
            inspect._baseline, inspect._candidate, inspect._study, inspect._tier, inspect._requests,
        };
        foreach (var option in inspect._workload.All)
            command.Add(option);
        command.Add(inspect._output);
        command.SetAction((result, _) => inspect.RunAsync(result));
        return command;
    }

    private Task<int> RunAsync(ParseResult result) => Interruption.RunAsync(
        error, () => "nothing is saved", cancellation => ExecuteAsync(result, cancellation));

    private async Task<int> ExecuteAsync(ParseResult result, CancellationToken cancellation)
    {
        var plan = PlanOf(result);
        _layout.RequirePrograms();
        MeasuredEnvironment.Say(error);
        var requests = CommonOptions.Within(
            "--requests", result.GetValue(_requests), 10, MostRequests, $"10 to {MostRequests}");
        var environment = EnvironmentManifest.Observe(
            plan, new ProcessorPlan(null, null), GitCommit.Describe(_layout.Root), TimeProvider.System);
        var directory = RunFolder.CreateAt(
            new RunFolder(_layout).Resolve(result.GetValue(_output), environment, "-inspect"), environment);

        GitCommit.Warn(environment.Commit, error);
        File.Delete(directory.ObservationsFile); // it has kept the place; there are none

        var inspector = new Inspector(_layout.CliAssembly, [InspectedProcessCommand.Name]);
        var inspections = new List<Inspection>();
        foreach (var variant in plan.Study.Names)
        {
            error.WriteLine($"run-bench: {variant} on {plan.Tiers[0].Tier}, {requests} requests");
            var launch = LaunchPlan.Of(plan with { Study = plan.Study.Only(variant) }, plan.Tiers[0], launch: 1) with
            {
                Server = _layout.Server,
                HasInjectedCosts = plan.HasInjectedCosts, // both are wrapped, or neither is
            };
            inspections.Add(await inspector.InspectAsync(launch, requests, cancellation));
        }

        var comparison = InspectionComparison.Of(inspections[0], inspections[1]);
        new Reporter(output, error).Publish(
            InspectionDocument.Of(comparison, environment), directory.Path,
            $"inspection.md and inspection.json are in {directory.Path}");
        return ExitCode.Done;
    }

    private RunPlan PlanOf(ParseResult result)
    {
        var tier = Nearest.Require("tier", result.GetValue(_tier)!, TierNames);
        var study = CommonOptions.StudyOf(result.GetValue(_study)!);
        string[] variants = [Variant(study, result.GetValue(_baseline)!), Variant(study, result.GetValue(_candidate)!)];
        var workload = _workload.Read(result, workUs: 0, SinkKind.Null);
        Option[] options = [_study, _tier, _requests, .. _workload.All];
        var written = options
            .Select(option => (option.Name, Value: RunOptions.Written(result, option)))
            .Where(option => option.Value is not null)
            .SelectMany(option => new[] { option.Name, option.Value! });
        return new RunPlan
        {
            Profile = "inspect",
            Tiers =
            [
                new TierPlan
                {
                    Tier = tier,
                    Launches = 1,
                    SliceOperations = 1,
                    Connections = 1,
                    MeasureSeconds = 0,
                    MostWarmUpSeconds = MostWarmUpSeconds,
                },
            ],
            Study = study.FactsOf(variants),
            Workload = workload.Facts,
            Body = workload.Body,
            MarginPercent = 1,
            Seed = 1, // one variant and one route leave nothing to draw
            Reproduce = ShellCommand.Of(["inspect", .. variants, .. written]),
        };
    }

    private static string Variant(Study study, string word) => study.Find(word)?.Name
        ?? Nearest.Require("variant", word, [.. study.Variants.Select(variant => variant.Name)]);
}
