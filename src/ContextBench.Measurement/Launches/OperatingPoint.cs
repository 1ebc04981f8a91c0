namespace ContextBench.Measurement.Launches;

/// <summary>Finds, within a launch, how much extra work makes a request cost what it should.</summary>
/// <remarks>
/// Work of 100 µs, spun on an idle core, does not cost exactly that in a server under load, and on Node.js up to two
/// fifths more in one process than in another: so every launch measures what a request costs, corrects the work by what
/// is missing or too much, and does so again.
/// </remarks>
public static class OperatingPoint
{
    /// <summary>Near enough, as a share of the target.</summary>
    public const double Tolerance = 0.01;

    /// <summary>The share of the target that the nearest of all trials may be off.</summary>
    public const double MostOff = 0.05;

    /// <summary>The most trials.</summary>
    public const int MostTrials = 8;

    /// <summary>Finds it.</summary>
    /// <param name="targetUs">What a request is to cost, in µs of CPU, above 0.</param>
    /// <param name="workUs">The extra work that requests have at first, in µs.</param>
    /// <param name="measureUs">Measures what a request costs, in µs of CPU, with extra work of so many µs.</param>
    /// <returns>The extra work of the nearest trial, in µs.</returns>
    /// <exception cref="TargetFaultException">
    /// A request costs more than the target without any work, or no trial came near enough.
    /// </exception>
    public static async Task<double> FindAsync(double targetUs, double workUs, Func<double, Task<double>> measureUs)
    {
        var (nearestUs, leastOffUs) = (workUs, double.PositiveInfinity);
        for (var trial = 1; trial <= MostTrials && leastOffUs > Tolerance * targetUs; trial++)
        {
            var missingUs = targetUs - await measureUs(workUs);
            if (Math.Abs(missingUs) < leastOffUs)
                (nearestUs, leastOffUs) = (workUs, Math.Abs(missingUs));
            workUs += missingUs;
            if (workUs <= 0)
            {
                throw new TargetFaultException(
                    $"a request costs more than {targetUs:0.#} µs of CPU without extra work: it cannot be made to " +
                    "cost that");
            }
        }

        return leastOffUs <= MostOff * targetUs
            ? nearestUs
            : throw new TargetFaultException(
                $"no extra work made a request cost {targetUs:0.#} µs of CPU: the nearest of {MostTrials} trials was " +
                $"{leastOffUs:0.#} µs off; measure on a quieter machine");
    }
}
