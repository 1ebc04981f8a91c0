using System.Globalization;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;

namespace ContextBench.Reporting.Certificates;

/// <summary>What a report says of the certificate of its machine.</summary>
/// <param name="Folder">The certificate's folder; null where none applies.</param>
/// <param name="Text">One line.</param>
public sealed record CertificateNote(string? Folder, string Text)
{
    /// <summary>There is none.</summary>
    public static CertificateNote None { get; } = new(
        Folder: null,
        "none of the tiers measured, for this machine (same processor, cores, system and runtime): " +
        "./run-bench.sh calibrate makes one");

    /// <summary>There can be none: what is certified is another way of measuring.</summary>
    public static CertificateNote OtherWay { get; } = new(
        Folder: null,
        "none for this way of measuring: certificates are of the paired engine, all variants in one process");

    /// <summary>Names the certificate of a run's machine, with its age.</summary>
    /// <param name="kept">What is certified of the run's tiers.</param>
    /// <param name="environment">The run's manifest.</param>
    public static CertificateNote Of(IReadOnlyList<KeptTier> kept, EnvironmentManifest environment)
    {
        if (!environment.Plan.Load.IsMixed)
            return OtherWay;
        if (kept is [])
            return None;

        return new CertificateNote(
            kept[^1].Folder, // that of the tier nearest to what a team runs
            string.Join(". ", Named(kept, environment).Concat(Reservations(kept, environment.Plan))));
    }

    private static IEnumerable<string> Named(IEnumerable<KeptTier> kept, EnvironmentManifest environment) =>
        kept.GroupBy(tier => tier.Folder).Select(certificate =>
            $"{certificate.Key}, {Age(certificate.First().MadeAt, environment.StartedAt)}: " +
            string.Join("; ", certificate.Select(Seen)));

    // What of the run is not as it was certified. How narrow intervals are depends on slices and connections too.
    private static IEnumerable<string> Reservations(IReadOnlyList<KeptTier> kept, RunPlan plan)
    {
        string[] others = [.. plan.Tiers.Select(tier => tier.Tier).Except(kept.Select(tier => tier.Tier))];
        if (others.Length > 0)
            yield return $"No certificate of {string.Join(", ", others)}";
        if (plan.Workload != Workload.Article)
            yield return "By the article's request, which this one is not";
        foreach (var (certified, tier) in kept.Select(
            certified => (certified.Certificate, plan.Tiers.First(tier => tier.Tier == certified.Tier))))
        {
            if (certified is { SliceOperations: { } slice, Connections: { } connections }
                && (slice, connections) != (tier.SliceOperations, tier.Connections))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of {tier.Tier} with slices of {slice} on {connections} connections, " +
                    $"not {tier.SliceOperations} on {tier.Connections}");
            }
        }
    }

    private static string Seen(KeptTier tier) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tier.Tier} finds {CertificateWording.Smallest(tier.Certificate)}, slope {tier.Certificate.Slope:0.000}, " +
        $"{100 * tier.Certificate.Coverage:0.0} % of intervals hold the truth ({tier.Certificate.ZeroDoseRuns} runs)");

    private static string Age(DateTimeOffset made, DateTimeOffset measured)
    {
        var age = (measured - made).Duration();
        var amount = age switch
        {
            { TotalHours: < 1 } => "less than an hour",
            { TotalDays: < 2 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalHours:0} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{age.TotalDays:0} days"),
        };
        return measured >= made ? $"{amount} old" : $"made {amount} after this run began";
    }
}
