using ContextBench.Analysis.Comparisons;
using ContextBench.Analysis.Results;
using ContextBench.Handlers;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Targets;
using ContextBench.Targets;
using ContextBench.Workloads;

namespace ContextBench.Analysis.Tests.Validity;

/// <summary>A run that is really measured, launch by launch, as short as can be.</summary>
internal static class MeasuredRun
{
    private static readonly string[] Variants = ["classic", "control", "async-local"];

    /// <summary>Measures it and reports it.</summary>
    /// <param name="workload">What an operation does.</param>
    /// <param name="disturb">Puts itself between the launch and its tier.</param>
    public static async Task<RunResult> ReportAsync(Workload workload, Func<HandlerTarget, ITarget> disturb)
    {
        var tier = new TierPlan
        {
            Tier = "handler",
            Launches = 2,
            SliceOperations = 64,
            Connections = 1,
            MeasureSeconds = 0.01, // shorter than any profile's
            MostWarmUpSeconds = 0.01,
        };
        var environment = SyntheticRun.Environment();
        var plan = environment.Plan with
        {
            Study = StudyCatalogue.Default.FactsOf(Variants),
            Workload = workload.Facts,
            Tiers = [tier],
        };
        var observations = new List<Observation>();
        for (var launch = 1; launch <= tier.Launches; launch++)
        {
            using var input = new PlanReader(ObservationJson.Write(new LaunchPlan(plan, tier, launch)));
            using var output = new StringWriter();
            await LaunchProgram.RunAsync(
                input, output, (launchPlan, order) => disturb(new HandlerTarget(launchPlan, order)));
            observations.AddRange(output.ToString()
                .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
                .Select(ObservationJson.Read<Observation>));
        }

        return RunAnalysis.Of(environment with { Plan = plan }, observations);
    }

    // A launch's input ends when its parent is gone, and with it the launch's process: this one never ends.
    private sealed class PlanReader(string plan) : TextReader
    {
        public override Task<string?> ReadLineAsync() => Task.FromResult<string?>(plan);

        public override string? ReadLine()
        {
            Thread.Sleep(Timeout.Infinite);
            return null;
        }
    }
}
