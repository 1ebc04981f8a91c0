namespace ContextBench.Reporting.Reproduction;

/// <summary>Whether .NET's processes apart and together agree, point by point.</summary>
internal static class ResidencySection
{
    private const string Candidate = "async-local";

    /// <summary>Its blocks; none where no point is one to compare at.</summary>
    /// <param name="report">The reproduction.</param>
    public static IEnumerable<Block> Of(ReproductionReport report)
    {
        var points = ReproductionPoint.All.Where(point => IsCompared(report, point)).ToArray();
        return points is []
            ? []
            :
            [
                new Heading("Do .NET's processes apart and together agree?"),
                new Paragraph(
                    $"{ReproductionWording.Pair(report.OfMachine.Environment.Plan.Study.Baseline, Candidate)}, " +
                    "launches of the two independent, so that half-widths of their 95 % intervals add as squares do:"),
                Notes.Of(points.Select(point => $"{point.Name}: " + (AgreementAt(report, point) is { } agreement
                    ? ReproductionWording.Of(agreement)
                    : "no comparison of both."))),
            ];
    }

    // All points of the first reproductions; of later ones those that were measured apart.
    private static bool IsCompared(ReproductionReport report, ReproductionPoint point) =>
        !(point.IsArticlesOwn || report.HasArticlesOwn)
        || PartsAt(report, point).Any(part => part.Residency == Residency.Apart);

    private static ResidencyAgreement? AgreementAt(ReproductionReport report, ReproductionPoint point)
    {
        Comparison? Find(Residency residency) => PartsAt(report, point)
            .Where(part => part.Residency == residency)
            .Select(part => part.AgainstClassic.Find(Candidate, Metric.Total))
            .FirstOrDefault(total => total is not null);

        return Find(Residency.Apart) is { } apart && Find(Residency.Together) is { } together
            ? new ResidencyAgreement(apart, together)
            : null;
    }

    private static IEnumerable<ReproductionPart> PartsAt(ReproductionReport report, ReproductionPoint point) =>
        report.Parts.Where(part => !part.IsNode && part.IsPaired && part.Point == point);
}
