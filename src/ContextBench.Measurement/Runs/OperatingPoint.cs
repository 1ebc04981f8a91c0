namespace ContextBench.Measurement.Runs;

/// <summary>Finds how much extra work makes a request cost what it should.</summary>
/// <remarks>
/// Work of 100 µs, spun on an idle core, does not cost exactly that in a server, and fresh processes of the same code
/// differ by some percent: so the work is corrected by what was measured, a few times, and the nearest is taken.
/// </remarks>
public static class OperatingPoint
{
    /// <summary>Near enough, as a share of the target.</summary>
    public const double Tolerance = 0.01;

    /// <summary>The most measurements for one target.</summary>
    public const int MostTrials = 4;

    /// <summary>Finds it.</summary>
    /// <param name="targetUs">What a request is to cost, in µs of CPU.</param>
    /// <param name="bareUs">What it costs without extra work, in µs of CPU, above 0.</param>
    /// <param name="measureUs">Measures what a request costs, in µs of CPU, with extra work of so many µs.</param>
    /// <exception cref="InvalidRunException">A request costs more than the target without any work.</exception>
    public static async Task<OperatingPointTrial> FindAsync(
        double targetUs, double bareUs, Func<double, Task<double>> measureUs)
    {
        if (!(bareUs < targetUs))
            throw new InvalidRunException(
                $"a request costs {bareUs:0.#} µs of CPU without extra work: it cannot be made to cost " +
                $"{targetUs:0.#}");

        OperatingPointTrial? nearest = null;
        var workUs = targetUs - bareUs;
        for (var trial = 1; trial <= MostTrials; trial++)
        {
            var cpuUs = await measureUs(workUs);
            if (nearest is null || Math.Abs(cpuUs - targetUs) < Math.Abs(nearest.CpuUs - targetUs))
                nearest = new OperatingPointTrial(workUs, cpuUs);
            if (Math.Abs(cpuUs - targetUs) <= Tolerance * targetUs)
                break;

            // What a µs of work costs, over the whole of it: two trials near each other would tell noise.
            var costOfAMicrosecond = Math.Max(0.1, (cpuUs - bareUs) / workUs);
            workUs = Math.Max(0, (targetUs - bareUs) / costOfAMicrosecond);
        }

        return nearest!;
    }
}

/// <summary>A measurement on the way to an operating point.</summary>
/// <param name="WorkUs">The extra work, in µs.</param>
/// <param name="CpuUs">What a request cost with it, in µs of CPU.</param>
public sealed record OperatingPointTrial(double WorkUs, double CpuUs);
