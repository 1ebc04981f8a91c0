namespace ContextBench.Cli.Precision;

/// <summary>
/// A half-width that was asked for: a pilot is measured, and the control in it says how many launches there will be.
/// </summary>
/// <param name="Percent">Half the width of the 95 % interval asked for, in percent.</param>
internal sealed record PrecisionGoal(double Percent)
{
    /// <summary>Launches of the pilot; they count, since no candidate's result decides on what follows.</summary>
    public const int PilotLaunches = 8;

    /// <summary>The most launches that a run may come to.</summary>
    public const int MostLaunches = 200;

    /// <summary>Refuses, before anything is measured, what no number of launches allowed can reach.</summary>
    /// <param name="reached">What runs on this machine have reached; null where there are none.</param>
    /// <returns>A note for the user, or null where the goal has been reached before, or nothing is known.</returns>
    /// <exception cref="UsageException">It cannot be reached.</exception>
    public string? Check(ControlResult? reached)
    {
        if (reached is null || Percent >= reached.HalfWidth)
            return null;

        // Intervals narrow with the root of the number of launches.
        var needed = reached.Launches * Math.Pow(reached.HalfWidth / Percent, 2);
        var soFar =
            $"no run on this processor has come closer than ±{reached.HalfWidth:0.####} % on {reached.Tier} " +
            $"({reached.Launches} launches, {reached.Run})";
        if (needed > MostLaunches)
        {
            var closest = reached.HalfWidth * Math.Sqrt((double)reached.Launches / MostLaunches);
            throw new UsageException(
                $"--precision {Percent:0.####} cannot be reached: {soFar}, and it would take some {needed:0} " +
                $"launches of at most {MostLaunches}; ask for {RoundedUp(closest):0.####} or more");
        }

        return $"{soFar}; ±{Percent:0.####} % would take some {needed:0} launches, which the pilot will tell";
    }

    /// <summary>How many launches it takes, by the control of the pilot.</summary>
    /// <param name="pilot">The pilot.</param>
    /// <returns>The launches in all, the pilot's included.</returns>
    /// <exception cref="UsageException">It takes more than allowed, or the pilot has too few launches.</exception>
    public int LaunchesAfter(TierResult pilot)
    {
        LaunchEstimate[] control =
        [
            .. pilot.Launches
                .Where(launch => launch.Candidate == pilot.Study.Control && launch.Metric == Metric.Total)
                .Select(launch => launch.Estimate),
        ];
        if (control.Length < OverheadEstimate.FewestLaunches)
            throw new UsageException($"{control.Length} launches of the pilot count, which says nothing of precision");

        var estimate = OverheadEstimate.Weighted(control);
        if (LaunchesNeeded.ForPrecision(estimate, Percent, MostLaunches) is { } needed)
            return Math.Max(needed, PilotLaunches);

        var interval = estimate.At(VerdictRule.DifferenceConfidence).Select(OverheadEstimate.ToPercent);
        throw new UsageException(
            $"--precision {Percent:0.####} cannot be reached with {MostLaunches} launches: the control of the pilot, " +
            $"{control.Length} launches, has ±{interval.HalfWidth:0.####} %. What was measured is saved");
    }

    // To one digit that a user would write, never below what can be reached.
    private static double RoundedUp(double percent)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(percent)));
        return Math.Ceiling(percent / unit) * unit;
    }
}
