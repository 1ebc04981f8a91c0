namespace ContextBench.Analysis.Reproduction;

/// <summary>What a request of the baseline cost the server in a launch that counts.</summary>
/// <param name="CpuUs">CPU time a request, in µs: the mean of all slices or of the whole arm, nothing trimmed.</param>
/// <param name="ExtraWorkUs">
/// The extra work in it, in µs, see <see cref="LaunchObservation.ExtraWorkUs"/>; null where no launch has its own.
/// </param>
public sealed record LaunchCpu(double CpuUs, double? ExtraWorkUs)
{
    /// <summary>
    /// The launches of a part; none without a CPU clock, and none whose clock went backwards: nothing else of them can
    /// be trusted.
    /// </summary>
    /// <param name="plan">The part's plan.</param>
    /// <param name="observations">Its observations.</param>
    internal static IReadOnlyList<LaunchCpu> Of(RunPlan plan, IReadOnlyCollection<Observation> observations)
    {
        var (tier, baseline) = (plan.Tiers[^1].Tier, plan.Study.Baseline);
        return plan.Load.Arms is null
            ?
            [
                .. from launch in CountedLaunch.From(observations, tier)
                   where launch.Record.SliceCpuNs is not null && launch.BackwardSlices == 0
                   select new LaunchCpu(
                       launch.MeanUs(batch => batch.CpuNs!, baseline), launch.Record.ExtraWorkUs),
            ]
            :
            [
                .. from launch in ArmLaunch.From(observations, tier)
                   where launch.BackwardArms == 0
                   select new LaunchCpu(launch.ServerCpuUs(baseline), launch.Record.ExtraWorkUs),
            ];
    }
}
