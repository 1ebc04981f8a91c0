namespace ContextBench.Measurement.Launches;

/// <summary>
/// The extra work of a launch that is to find it: blocks as they will be measured, until a request of the baseline
/// costs what the plan says; and again after each batch, since the machine's speed changes meanwhile.
/// </summary>
/// <remarks>All variants have the same work within a batch, whose estimate rests on that batch alone.</remarks>
internal sealed class ExtraWork(LaunchPlan plan, ITarget target, BlockSchedule schedule)
{
    private const double TrialSeconds = 1;
    private const double FollowedShare = 0.5; // of what a batch was off, which is partly its own noise

    private readonly int _baseline = plan.Study.Names.ToList().IndexOf(plan.Study.Baseline);

    /// <summary>
    /// The extra work, in µs, the latest; null where the workload says how much there is.
    /// </summary>
    public double? Us { get; private set; }

    /// <summary>
    /// How long an operation took in the last trial, in s, the mean over all variants; null without one.
    /// </summary>
    public double? SecondsPerOperation { get; private set; }

    /// <summary>Finds it where the plan asks for that, and leaves the process under test with it.</summary>
    /// <param name="sliceOperations">Operations per slice.</param>
    /// <exception cref="TargetFaultException">There is none, or the process under test died.</exception>
    public async Task FindAsync(int sliceOperations)
    {
        if (plan.Run.BaselineCpuUs is not { } targetUs)
            return;
        if (target is not (IInjectedCost and ICpuClock))
            throw new TargetFaultException("extra work is found by CPU time, which this target does not tell");

        Us = await OperatingPoint.FindAsync(targetUs, plan.Run.Workload.WorkMicroseconds, MeasureAsync);
        await SetAsync(Us.Value);

        Task<double> MeasureAsync(double workUs) => TryAsync(workUs, sliceOperations);
    }

    /// <summary>Corrects it, where there is any, by what a request cost in a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="sliceOperations">Operations per slice.</param>
    /// <exception cref="TargetFaultException">The process under test died.</exception>
    public async Task FollowAsync(BatchObservation batch, int sliceOperations)
    {
        if (Us is not { } us)
            return;

        var cpuUs = batch.CpuNs![_baseline].Average() / 1e3 / sliceOperations;
        Us = Math.Max(us / 2, us + (FollowedShare * (plan.Run.BaselineCpuUs!.Value - cpuUs)));
        await SetAsync(Us.Value);
    }

    private ValueTask SetAsync(double workUs) => ((IInjectedCost)target).SetWorkAsync(workUs);

    private async Task<double> TryAsync(double workUs, int sliceOperations)
    {
        await SetAsync(workUs);
        var (cpuNs, slices, all) = (0L, 0, 0);
        var start = Stopwatch.GetTimestamp();
        do
        {
            for (var block = 0; block < schedule.BlocksPerPass; block++)
            {
                foreach (var variant in schedule.Next().ToArray())
                {
                    var cost = await target.RunSliceAsync(variant, sliceOperations);
                    all++;
                    if (variant != _baseline)
                        continue;
                    cpuNs += cost.CpuNs;
                    slices++;
                }
            }
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < TrialSeconds);

        SecondsPerOperation = Stopwatch.GetElapsedTime(start).TotalSeconds / ((double)all * sliceOperations);
        return cpuNs / 1e3 / ((double)slices * sliceOperations);
    }
}
