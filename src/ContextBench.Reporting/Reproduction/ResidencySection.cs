namespace ContextBench.Reporting.Reproduction;

/// <summary>Whether .NET's processes apart and together agree, point by point.</summary>
internal static class ResidencySection
{
    private const string Candidate = "async-local";

    public static IEnumerable<Block> Of(ReproductionReport report) =>
    [
        new Heading("Do .NET's processes apart and together agree?"),
        new Paragraph(
            $"{ReproductionWording.Pair(report.OfMachine.Environment.Plan.Study.Baseline, Candidate)}, launches of " +
            "the two independent, so that half-widths of their 95 % intervals add as squares do:"),
        Notes.Of(ReproductionPoint.All.Select(point => $"{point.Name}: " + (AgreementAt(report, point) is { } agreement
            ? ReproductionWording.Of(agreement)
            : "no comparison of both."))),
    ];

    private static ResidencyAgreement? AgreementAt(ReproductionReport report, ReproductionPoint point)
    {
        Comparison? Find(Residency residency) => report.Parts
            .Where(part => !part.IsNode && part.Point == point && part.Residency == residency)
            .Select(part => part.AgainstClassic.Find(Candidate, Metric.Total))
            .FirstOrDefault(total => total is not null);

        return Find(Residency.Apart) is { } apart && Find(Residency.Together) is { } together
            ? new ResidencyAgreement(apart, together)
            : null;
    }
}
