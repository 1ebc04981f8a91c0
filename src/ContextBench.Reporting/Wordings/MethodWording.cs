using ContextBench.Measurement.Blocks;

namespace ContextBench.Reporting.Wordings;

/// <summary>How a run was measured and what that cannot see, in words.</summary>
internal static class MethodWording
{
    private const string Weighed = "launches weighed by precision, with an interval simulated to cover";

    /// <summary>How it was measured.</summary>
    public static string Method(RunPlan plan) => plan.Load switch
    {
        { Arms: { } arms } =>
            $"a fresh server a launch, which proves itself as any launch does; then {arms.Seconds} s of " +
            $"{plan.Load.Engine} on each variant, one after the other, in orders of a balanced design; log-ratios of " +
            "requests a second, all launches counting the same",
        { OpenLoop: { } openLoop } =>
            "all variants in one process a launch; requests due at a constant rate, whether or not earlier ones were " +
            "answered, and each latency counted from when its request was due (no coordinated omission); windows of " +
            $"{Figures.Plain(openLoop.WindowSeconds)} s a variant in orders of a balanced design, drained between; " +
            "20 % trimmed means over rounds of log-ratios of the windows' quantiles; all launches counting the same",
        { Residency: Residency.Apart } =>
            $"a process of each variant a launch, all on one processor; {Slices(plan)}ratios of sums, nothing " +
            $"trimmed; {Weighed}",
        _ =>
            $"all variants in one process a launch; {Slices(plan)}20 % trimmed means of differences a batch; " +
            $"{Weighed}; slices in or shortly after a GC left out, and GC charged by bytes in `total`",
    };

    /// <summary>What it cannot see.</summary>
    public static string Limits(LoadPlan load) =>
        load switch
        {
            { Arms: not null } =>
                "what the machine does between one variant and the next is part of their difference; ",
            { OpenLoop: not null } =>
                "a stall of the generator or the machine is a latency like any other; CPU time is not compared, " +
                "since a server that waits spins; ",
            { Residency: Residency.Apart } =>
                "two processes of the same code differ for as long as they live, which the interval covers; what one " +
                "does in the background after its slice takes time from the next, and shows in its own `cpu` alone; ",
            _ => "what is paid later than its slice, but for collections, is shared between the variants; ",
        } + "one machine, one workload: neither µs nor percentages carry over to another machine";

    private static string Slices(RunPlan plan) =>
        $"slices of {(plan.Load.Residency == Residency.Apart ? "at most 20 ms" : "a few operations")} alternate in " +
        "random order, balanced by a Williams design of " +
        $"{WilliamsDesign.For(plan.Study.Variants.Count).Count} orders of {plan.Study.Variants.Count} variants; ";
}
