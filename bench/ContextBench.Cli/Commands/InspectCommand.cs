using ContextBench.Analysis.Inspections;
using ContextBench.Measurement.Inspections;
using ContextBench.Reporting.Inspections;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>inspect</c>: what differs between two variants in one request, counted and not timed; for whoever doubts that
/// they differ in nothing but the context.
/// </summary>
internal sealed class InspectCommand : Command
{
    private const int MostRequests = 10_000;

    private readonly Argument<string> _baseline = new("VARIANT") { Description = "A variant" };

    private readonly Argument<string> _candidate = new("OTHER") { Description = "Another, held against it" };

    private readonly Option<string> _tier = CheckedOption.Of<string>(
        "--tier", "TIER", $"One of {string.Join(", ", CommonOptions.Tiers)}")
        .Default("kestrel").OneOf(CommonOptions.Tiers);

    private readonly Option<int> _requests = CheckedOption.Of<int>(
        "--requests", "N", $"Requests to count the allocations of, 10 to {MostRequests}, 20 ms apart")
        .Default(200).Within(10, MostRequests, $"10 to {MostRequests}");

    private readonly WorkloadOptions _workload = new();

    private readonly Option<string> _study = CommonOptions.Study();

    public InspectCommand()
        : base(
            "inspect", "What differs between two variants in one request: allocations by type, bytes, awaits, threads")
    {
        Add(_baseline);
        Add(_candidate);
        this.AddAll([_study, _tier, _requests, .. _workload.All, CommonOptions.Output()]);
        SetAction((result, _) => MeasuringSession.RunAsync(result, RunAsync));
    }

    private async Task<int> RunAsync(MeasuringSession session)
    {
        session.Saved = "nothing is saved";
        var plan = PlanOf(session);
        var requests = session.Get(_requests);
        var environment = session.Observe(plan) with { Pinning = new ProcessorPlan(null, null) };
        var directory = RunFolder.CreateAt(session.FolderOf(environment, "-inspect"), environment);

        GitCommit.Warn(environment.Commit, session.Error);
        File.Delete(directory.ObservationsFile); // it has kept the place; there are none

        var inspector = new Inspector(session.Layout.CliAssembly, [MeasuredProcessCommands.Inspected]);
        var inspections = new List<Inspection>();
        foreach (var variant in plan.Study.Names)
        {
            session.Say($"{variant} on {plan.Tiers[0].Tier}, {requests} requests");
            var launch = new LaunchPlan(plan, plan.Tiers[0], Launch: 1)
            {
                Study = plan.Study.Only(variant),
                Server = session.Layout.Server,
            };
            inspections.Add(await inspector.InspectAsync(launch, requests, session.Cancellation));
        }

        var comparison = new InspectionComparison(inspections[0], inspections[1]);
        session.Reporter.Publish(
            InspectionDocument.Of(comparison, environment), directory.Path,
            $"inspection.md and inspection.json are in {directory.Path}");
        return ExitCode.Done;
    }

    private RunPlan PlanOf(MeasuringSession session)
    {
        var study = StudyCatalogue.Get(session.Get(_study)!);
        var words = new[] { _baseline, _candidate }.Select(argument => session.Result.GetValue(argument)!);
        var workload = _workload.Read(session.Result, study, workUs: 0, SinkKind.Null);
        var tier = Profile.Quick.Of(session.Get(_tier)!) with
        {
            Launches = 1,
            SliceOperations = 1,
            Connections = 1,
            MeasureSeconds = 0,
            MostWarmUpSeconds = 4,
        };
        return ArticlePlan.Of(
            "inspect", tier, study.FactsOf(words.Select(word => CommonOptions.VariantOf(study, word))),
            seed: 1, // one variant and one route leave nothing to draw
            ShellCommand.Again(session.Result, seed: null)) with
        {
            Workload = workload.Facts,
            Body = workload.Body,
        };
    }
}
