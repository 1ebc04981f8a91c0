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
/// <param name="OffsetUs">What the least work takes beyond its time, in µs; may be below 0.</param>
/// <param name="WorkFactor">What a µs of work, as it is asked for, takes within a request, in µs, above 0.</param>
internal sealed record DosePilot(double BaselineUs, double OffsetUs, double WorkFactor)
{
    /// <summary>The work that comes to so many percent of the baseline's operation, in µs to ask for.</summary>
    /// <param name="percent">In percent, above 0.</param>
    public double WorkUsFor(double percent) =>
        Math.Max(0.001, ((BaselineUs * percent / 100) - OffsetUs) / WorkFactor);

    /// <summary>The rare work, in µs to ask for: a request with it costs <see cref="KnownDoses.RareTimes"/>.</summary>
    public double RareUs => BaselineUs * (KnownDoses.RareTimes - 1) / WorkFactor;

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
        var timed = launch.Variants.Zip(launch.WorkTimes, (name, time) =>
            (AskedUs: VariantCatalogue.Get(name).Dose.WorkMicroseconds, Us: time.Ns / 1e3)).ToArray();
        var ((little, littleUs), (much, muchUs)) = (timed[^2], timed[^1]);
        var factor = (muchUs - littleUs) / (much - little);
        return new DosePilot(
            slices[slices.Length / 2] / 1e3 / launch.SliceOperations,
            littleUs - timed[0].Us - (factor * little),
            factor);
    }
}
