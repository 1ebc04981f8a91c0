namespace ContextBench.Measurement.Launches;

/// <summary>Warms a launch up: blocks as they will be measured, until slices are steady.</summary>
internal sealed class WarmUp(ITarget target, BlockSchedule schedule, int sliceOperations)
{
    private const double RoundSeconds = 0.25;

    private long _operations; // of each variant
    private int _passes;

    /// <summary>Whether slices are steady yet.</summary>
    public SteadyState Steady { get; } = new();

    /// <summary>How long it took, in s.</summary>
    public double Seconds { get; private set; }

    /// <summary>How long a pass over the schedule takes, in s, by the last round.</summary>
    public double SecondsPerPass { get; private set; }

    /// <summary>Runs rounds until slices are steady.</summary>
    /// <param name="mostSeconds">The most time for that, in s; one round is run in any case.</param>
    /// <param name="fewestOperations">The fewest operations of each variant, as far as that time allows.</param>
    public async Task RunAsync(double mostSeconds, int fewestOperations)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            await RunRoundAsync();
            Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        while (!(Steady.IsReached && _operations >= fewestOperations) && Seconds < mostSeconds);
    }

    private async Task RunRoundAsync()
    {
        var costs = new List<double>();
        var passes = 0;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < RoundSeconds)
        {
            if (target is ICodeCopies copies)
                copies.UseCopy(_passes++ % copies.Copies);
            for (var block = 0; block < schedule.BlocksPerPass; block++)
            {
                foreach (var variant in schedule.Next().ToArray())
                {
                    var cost = await target.RunSliceAsync(variant, sliceOperations);
                    costs.Add((double)cost.ElapsedNs / sliceOperations);
                }
            }

            passes++;
            _operations += schedule.BlocksPerPass * sliceOperations;
        }

        SecondsPerPass = Stopwatch.GetElapsedTime(start).TotalSeconds / passes;
        var used = target is IRuntimeCounters counters ? await counters.ReadCountersAsync() : null;
        Steady.AddRound(costs, used?.CompiledMethods ?? 0);
    }
}
