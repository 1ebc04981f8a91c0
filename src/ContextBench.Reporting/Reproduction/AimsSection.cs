namespace ContextBench.Reporting.Reproduction;

/// <summary>How near requests of the baseline came to what they were to cost.</summary>
internal static class AimsSection
{
    /// <summary>Its tables: of the parts whose launches find their extra work, and of the emails' others.</summary>
    /// <param name="report">The reproduction.</param>
    public static IEnumerable<Block> Of(ReproductionReport report)
    {
        var aims = report.Parts.Where(part => part.Aim is not null).Select(part => (part, part.Aim!)).ToArray();
        var others = report.Parts
            .Where(part => !part.Point.IsArticlesOwn && part.Environment.Plan.BaselineCpuUs is null).ToArray();
        return
        [
            .. aims is [] ? [] : OfLaunches(aims),
            .. others is [] ? [] : new Block[] { new Heading("How near the calibration came"), OfWorkload(others) },
        ];
    }

    private static IEnumerable<Block> OfLaunches(IReadOnlyList<(ReproductionPart Part, AimedCost Aim)> parts)
    {
        var (near, all) = (parts.Sum(of => of.Aim.Near), parts.Sum(of => of.Aim.Launches.Count));
        yield return new Heading("How near each launch came to the cost asked for");
        yield return new Paragraph(
            "Every launch finds, under load, the extra work that makes a request of the baseline as expensive as was " +
            $"asked for. CPU time a request is within {AimedCost.TolerancePercent:0} % of that in " +
            $"{(near == all ? "every launch that counts" : $"{near} of {all} launches that count")}.");
        yield return Table.Of(parts)
            .Words("runtime", of => of.Part.Name)
            .Words("point", of => of.Part.Point.Name)
            .Numbers("asked for, CPU µs/request", of => Figures.Plain(of.Aim.AimUs))
            .Numbers("least", of => Figures.Value(of.Aim.LeastUs))
            .Numbers("most", of => Figures.Value(of.Aim.MostUs))
            .Numbers("furthest off", of => Figures.Percent(of.Aim.FurthestPercent))
            .Numbers(
                $"within {AimedCost.TolerancePercent:0} %", of => $"{of.Aim.Near} of {of.Aim.Launches.Count} launches")
            .Words(
                "extra work, µs",
                of => of.Aim.ExtraWorkUs is { } work
                    ? $"{Figures.Value(work.Least)} to {Figures.Value(work.Most)}"
                    : Figures.None);
    }

    private static Table OfWorkload(IEnumerable<ReproductionPart> parts) => Table.Of(parts)
        .Words("runtime", part => part.Name)
        .Words("point", part => part.Point.Name)
        .Numbers("`--work-us`", part => Figures.Plain(part.Environment.Plan.Workload.WorkMicroseconds))
        .Numbers(
            "CPU µs/request of `classic`",
            part => part.BaselineCpuUs is { } us ? Figures.Value(us) : Figures.None)
        .Numbers("aimed at", part => part.Point.BaselineCpuUs is { } us ? Figures.Plain(us) : Figures.None)
        .Numbers("off by", part => Figures.Percent(100 * ((part.BaselineCpuUs / part.Point.BaselineCpuUs) - 1)))
        .Numbers(
            "launches",
            part => $"{part.AgainstClassic.CountedLaunches} of {part.AgainstClassic.Plan.Launches}");
}
