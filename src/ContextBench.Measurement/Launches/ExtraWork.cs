namespace ContextBench.Measurement.Launches;

/// <summary>
/// The extra work of a launch that is to find it: blocks as they will be measured, until a request of the baseline
/// costs what the plan says.
/// </summary>
internal sealed class ExtraWork(LaunchPlan plan, ITarget target, BlockSchedule schedule, int sliceOperations)
{
    private const double TrialSeconds = 1;

    private readonly int _baseline = plan.Study.Names.ToList().IndexOf(plan.Study.Baseline);

    /// <summary>The extra work, in µs; null where the workload says how much there is.</summary>
    public double? Us { get; private set; }

    /// <summary>
    /// How long an operation took in the last trial, in s, the mean over all variants; null without one.
    /// </summary>
    public double? SecondsPerOperation { get; private set; }

    /// <summary>Finds it where the plan asks for that, and leaves the process under test with it.</summary>
    /// <exception cref="TargetFaultException">There is none, or the process under test died.</exception>
    public async Task FindAsync()
    {
        if (plan.Run.BaselineCpuUs is not { } targetUs)
            return;
        if (target is not (IInjectedCost and ICpuClock))
            throw new TargetFaultException("extra work is found by CPU time, which this target does not tell");

        Us = await OperatingPoint.FindAsync(targetUs, plan.Run.Workload.WorkMicroseconds, MeasureAsync);
        await SetAsync(Us.Value);
    }

    private ValueTask SetAsync(double workUs) => ((IInjectedCost)target).SetWorkAsync(workUs);

    private async Task<double> MeasureAsync(double workUs)
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
