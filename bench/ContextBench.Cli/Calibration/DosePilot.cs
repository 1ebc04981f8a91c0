using ContextBench.Handlers;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Runs;
using ContextBench.Reporting.Certificates;

namespace ContextBench.Cli.Calibration;

/// <summary>
/// What a calibration has to know of a tier before it can ask for doses in percent. It need not be exact: what a dose
/// came to is timed in every launch.
/// </summary>
/// <param name="BaselineUs">What the baseline's operation takes, in µs, above 0.</param>
/// <param name="Work">
/// Amounts of work as they are asked for, and what each took within a request, in µs: one or more, ascending. Not
/// proportional, since a little work is done while the processor waits for what comes before it.
/// </param>
/// <param name="WorkSpeed">Iterations in 1 µs of the work that was asked for, above 0.</param>
internal sealed record DosePilot(
    double BaselineUs, IReadOnlyList<(double AskedUs, double TookUs)> Work, double WorkSpeed)
{
    /// <summary>The work that comes to so many percent of the baseline's operation, in µs to ask for.</summary>
    /// <param name="percent">In percent, above 0.</param>
    public double WorkUsFor(double percent) => AskedFor(BaselineUs * percent / 100);

    /// <summary>The rare work, in µs to ask for: a request with it costs <see cref="KnownDoses.RareTimes"/>.</summary>
    public double RareUs => AskedFor(BaselineUs * (KnownDoses.RareTimes - 1));

    /// <summary>Reads it off a pilot's launches.</summary>
    /// <param name="observations">What was observed.</param>
    /// <exception cref="InvalidRunException">No launch counts.</exception>
    public static DosePilot From(IReadOnlyCollection<Observation> observations)
    {
        var launch = observations.OfType<LaunchObservation>().LastOrDefault(launch => launch.Fault is null)
            ?? throw new InvalidRunException(
                "the pilot, which finds out what a request costs here, failed: " +
                (observations.OfType<LaunchObservation>().LastOrDefault()?.Fault ?? "no launch ended"));
        var slices = observations.OfType<BatchObservation>()
            .Where(batch => batch.Launch == launch.Launch)
            .SelectMany(batch => batch.ElapsedNs[0])
            .Order().ToArray();
        var emptyNs = launch.WorkTimes[0].Ns;
        var (most, mostTime) = launch.Variants.Zip(launch.WorkTimes).MaxBy(arm => arm.Second.Iterations);
        if (mostTime.Iterations == 0 || mostTime.Ns <= emptyNs)
            throw new InvalidRunException("the pilot could not time the work that was added: the clock is too coarse");

        return new DosePilot(
            slices[slices.Length / 2] / 1e3 / launch.SliceOperations,
            [
                .. launch.Variants.Zip(launch.WorkTimes)
                    .Select(arm => (
                        VariantCatalogue.Get(arm.First).Dose.WorkMicroseconds,
                        TookUs: Math.Max(0, (arm.Second.Ns - emptyNs) / 1e3)))
                    .Where(arm => arm.WorkMicroseconds > 0)
                    .OrderBy(arm => arm.WorkMicroseconds),
            ],
            mostTime.Iterations / VariantCatalogue.Get(most).Dose.WorkMicroseconds);
    }

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
