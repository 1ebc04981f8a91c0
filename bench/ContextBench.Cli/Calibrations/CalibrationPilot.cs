using ContextBench.Measurement.Observations;

namespace ContextBench.Cli.Calibrations;

/// <summary>
/// What a calibration has to know of a tier before it can ask for costs in percent. It need not be exact: what an
/// injected cost came to is timed in every launch.
/// </summary>
/// <param name="BaselineUs">What the baseline's operation takes, in µs, above 0.</param>
/// <param name="Work">
/// Amounts of work as they are asked for, and what each took within a request, in µs: one or more, ascending. Not
/// proportional, since a little work is done while the processor waits for what comes before it.
/// </param>
/// <param name="WorkSpeed">Iterations in 1 µs of the work that was asked for, above 0.</param>
internal sealed record CalibrationPilot(
    double BaselineUs, IReadOnlyList<(double AskedUs, double TookUs)> Work, double WorkSpeed)
{
    private const double Rounding = 1e-6; // of a whole number of iterations

    /// <summary>The rare work, in µs to ask for: a request with it costs <see cref="KnownCosts.RareTimes"/>.</summary>
    public double RareUs => AskedFor(BaselineUs * (KnownCosts.RareTimes - 1));

    /// <summary>
    /// The works that come to so many percent of the baseline's operation, in µs to ask for. Whole iterations, and no
    /// more than was asked, so that by this pilot an injected cost is at most what it is called; but each an iteration
    /// more than the one before, so that no two are the same.
    /// </summary>
    /// <param name="percents">In percent, above 0, ascending.</param>
    public IReadOnlyList<double> WorkUsFor(IReadOnlyList<double> percents)
    {
        var works = new List<double>();
        var iterations = 0.0;
        foreach (var percent in percents)
        {
            var most = Math.Floor((AskedFor(BaselineUs * percent / 100) * WorkSpeed) + Rounding);
            iterations = Math.Max(iterations + 1, most);
            works.Add(iterations / WorkSpeed);
        }

        return works;
    }

    /// <summary>Reads it off a pilot's launches, of which some are slower than others: means over them.</summary>
    /// <param name="observations">What was observed.</param>
    /// <exception cref="InvalidRunException">No launch counts.</exception>
    public static CalibrationPilot From(IReadOnlyCollection<Observation> observations)
    {
        LaunchObservation[] launches =
            [.. observations.OfType<LaunchObservation>().Where(launch => launch.Fault is null)];
        if (launches.Length == 0)
        {
            throw new InvalidRunException(
                "the pilot, which finds out what a request costs here, failed: " +
                (observations.OfType<LaunchObservation>().LastOrDefault()?.Fault ?? "no launch ended"));
        }

        var batches = observations.OfType<BatchObservation>().ToLookup(batch => batch.Launch);
        var work = launches.SelectMany(TimesOfWork)
            .GroupBy(arm => arm.AskedUs)
            .Select(arm => (
                AskedUs: arm.Key,
                TookUs: arm.Average(launch => launch.TookUs),
                Iterations: arm.Average(launch => launch.Iterations)))
            .OrderBy(arm => arm.AskedUs)
            .ToArray();
        if (work.Length == 0 || work[^1].Iterations == 0 || work[^1].TookUs == 0)
            throw new InvalidRunException("the pilot could not time the work that was added: the clock is too coarse");

        return new CalibrationPilot(
            launches.Average(launch => Median.Of(batches[launch.Launch]
                .SelectMany(batch => batch.ElapsedNs[0])
                .Select(sliceNs => sliceNs / 1e3 / launch.SliceOperations))),
            [.. work.Select(arm => (arm.AskedUs, arm.TookUs))],
            work[^1].Iterations / work[^1].AskedUs);
    }

    // Over the first arm's, which is the baseline without work.
    private static IEnumerable<(double AskedUs, double TookUs, long Iterations)> TimesOfWork(
        LaunchObservation launch) => launch.Variants.Zip(launch.WorkTimes)
            .Select(arm => (
                AskedUs: InjectedCost.In(arm.First).WorkMicroseconds,
                TookUs: Math.Max(0, (arm.Second.Ns - launch.WorkTimes[0].Ns) / 1e3),
                arm.Second.Iterations))
            .Where(arm => arm.AskedUs > 0);

    // Between two amounts a straight line, beyond the last in proportion to it.
    private double AskedFor(double targetUs)
    {
        var below = (AskedUs: 0.0, TookUs: 0.0);
        foreach (var above in Work)
        {
            if (above.TookUs >= targetUs)
            {
                var share = (targetUs - below.TookUs) / (above.TookUs - below.TookUs);
                return below.AskedUs + (share * (above.AskedUs - below.AskedUs));
            }

            below = above;
        }

        return below.AskedUs * targetUs / below.TookUs;
    }
}
