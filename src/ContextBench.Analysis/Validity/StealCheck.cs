namespace ContextBench.Analysis.Validity;

/// <summary>Time that a hypervisor gave to others, and that one variant's slices lost more of than another's.</summary>
/// <remarks>
/// <para>Steal is known of the machine alone, in ticks far longer than a slice. What is known of each variant is the
/// share of its slices' time in which its process did not run, all slices counted and nothing trimmed. A candidate and
/// the baseline are compared in it over launches, and the check fires where the 95 % interval of the difference lies
/// wholly beyond the margin.</para>
/// <para>A process does not run, too, while it waits for its generator, for a share that a more expensive request makes
/// smaller: on Node.js 14 the ambient variant stands still for 3.2 % less of its time than the baseline, and nothing
/// was stolen. So the check fires only where the stolen time, had all of it fallen on one of the two, is as much as
/// the least difference that the interval allows.</para>
/// <para>It is blind where the CPU clock runs on in stolen time (Linux without its paravirtual steal clock).</para>
/// </remarks>
internal static class StealCheck
{
    /// <summary>Looks for it.</summary>
    /// <param name="counted">The launches that count, two or more, on a machine with a CPU clock fine enough.</param>
    /// <param name="contrast">What is compared with what.</param>
    /// <param name="processors">The machine's processors, over all of which steal is counted.</param>
    public static Finding? Of(IReadOnlyList<CountedLaunch> counted, Contrast contrast, int processors)
    {
        var baseline = contrast.Baseline;
        var uneven =
            from candidate in contrast.Candidates
            let difference = LeastDifference(counted, baseline, candidate)
            where difference > contrast.Margin.Percent / 100
                && difference <= MostStolen(counted, baseline, candidate, processors)
            select new { Candidate = candidate, Difference = difference };
        return uneven.MaxBy(pair => pair.Difference)?.Candidate is { } most
            ? new Finding(
                "uneven-steal",
                $"stolen CPU time fell unevenly: {most} did not run for {StandstillPercent(most):0.00} % of its " +
                $"slices, {baseline} for {StandstillPercent(baseline):0.00} %: measure again when the machine is " +
                "quieter, or for longer",
                IsInvalid: true)
            : null;

        double StandstillPercent(string variant) => 100 * counted.Average(launch => launch.StandstillShare(variant));
    }

    // The end of the interval that is nearer to 0, without its sign; 0 where 0 is within.
    private static double LeastDifference(IReadOnlyList<CountedLaunch> counted, string baseline, string candidate)
    {
        var interval = MeanInterval.Of(
            [.. counted.Select(launch => launch.StandstillShare(candidate) - launch.StandstillShare(baseline))],
            VerdictRule.DifferenceConfidence);
        return Math.Max(0, Math.Max(interval.Low, -interval.High));
    }

    // The share of either variant's time that was stolen, had nothing been stolen from another.
    private static double MostStolen(
        IReadOnlyList<CountedLaunch> counted, string baseline, string candidate, int processors) =>
        counted.Average(launch =>
            (launch.Record.StealShare ?? 0) * processors * launch.Record.SliceElapsedNs
                / Math.Min(launch.ElapsedNs(candidate), launch.ElapsedNs(baseline)));
}
