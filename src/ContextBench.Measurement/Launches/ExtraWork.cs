namespace ContextBench.Measurement.Launches;

/// <summary>
/// The extra work of a launch that is to find it: blocks as they will be measured, until a request of the baseline
/// costs what the plan says.
/// </summary>
internal sealed class ExtraWork(LaunchPlan plan, ITarget target, BlockSchedule schedule, int sliceOperations)
{
    private const double TrialSeconds = 1;

    private readonly int _baseline = plan.Study.Names.ToList().IndexOf(plan.Study.Baseline);

    /// <summary>How long an operation took in the last trial, in s; the mean over all variants.</summary>
    public double SecondsPerOperation { get; private set; }

    /// <summary>Finds it, and leaves the process under test with it.</summary>
    /// <param name="targetUs">What a request of the baseline is to cost, in µs of CPU.</param>
    /// <returns>The extra work, in µs.</returns>
    /// <exception cref="TargetFaultException">There is none, or the process under test died.</exception>
    public async Task<double> FindAsync(double targetUs)
    {
        if (target is not (IInjectedCost and ICpuClock))
            throw new TargetFaultException("extra work is found by CPU time, which this target does not tell");

        var workUs = await OperatingPoint.FindAsync(targetUs, plan.Run.Workload.WorkMicroseconds, MeasureAsync);
        await SetAsync(workUs);
        return workUs;
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
