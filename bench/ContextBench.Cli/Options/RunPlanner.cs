namespace ContextBench.Cli.Options;

/// <summary>Turns options into a plan, or says what is wrong with them before anything is measured.</summary>
/// <param name="options">The options.</param>
/// <param name="result">The parsed command line.</param>
internal sealed class RunPlanner(RunOptions options, ParseResult result)
{
    private readonly LoadPlan _load = LoadPlanner.Plan(options, result);

    /// <summary>Makes the plan.</summary>
    /// <param name="seed">The seed, written or drawn.</param>
    /// <exception cref="UsageException">An option is wrong, or two contradict each other.</exception>
    public RunPlan Plan(int seed)
    {
        new Contradictions(options, result, _load).Refuse();
        var profile = Profile.Find(result.GetValue(options.Profile)!);
        TierPlan[] tiers = [.. TiersOf(profile).Select(Adjusted)];
        var margin = result.GetValue(options.Margin);
        var precision = result.GetValue(options.Precision);
        if (precision is not null)
            tiers[^1] = tiers[^1] with { Launches = PrecisionGoal.PilotLaunches };
        else if (LoadPlanner.ReasonForKestrelAlone(_load) is null
            && (RunOptions.WasWritten(result, options.Launches) || RunOptions.WasWritten(result, options.Margin)))
            RequireReachable(new Margin(margin), tiers[^1]);

        var study = StudyCatalogue.Get(result.GetValue(options.Study)!);
        var workload = options.Workload.Read(
            result, study, result.GetValue(options.WorkUs), result.GetValue(options.Sink));
        return new RunPlan
        {
            Profile = profile.Name,
            Tiers = tiers,
            Study = FactsOf(study),
            Workload = workload.Facts,
            Body = workload.Body,
            Load = _load,
            MarginPercent = margin,
            RequestUs = result.GetValue(options.RequestUs),
            PrecisionPercent = precision,
            Seed = seed,
            Reproduce = ShellCommand.Again(result, seed),
        };
    }

    // The tier nearest to what a team runs is the one that answers.
    private static void RequireReachable(Margin margin, TierPlan tier)
    {
        var spread = TierCatalogue.Get(tier.Tier).LeastSpreadPercent;
        if (LaunchesNeeded.IsReachable(margin, tier.Launches, spread))
            return;

        var way = LaunchesNeeded.ForEquivalenceAtBest(margin, spread) is { } needed
            ? $"need at least {needed} (--launches {needed}), or a wider --margin"
            : "no number of launches up to 1000 could: declare a wider --margin";
        throw new UsageException(
            $"{tier.Launches} launches cannot reach a verdict at ±{margin.Percent} % on {tier.Tier}, even if " +
            $"they differed by {spread} % only: {way}");
    }

    private IEnumerable<TierPlan> TiersOf(Profile profile)
    {
        var asked = WordList.Chosen(result.GetValue(options.Tiers), CommonOptions.Tiers);
        return profile.Tiers.Where(tier => LoadPlanner.ReasonForKestrelAlone(_load) is null
            ? asked.Contains(tier.Tier)
            : TierCatalogue.Get(tier.Tier).IsServer);
    }

    private TierPlan Adjusted(TierPlan planned)
    {
        var tier = LoadPlanner.Adjusted(_load, planned);
        var slice = result.GetValue(options.Slice) ?? tier.SliceOperations;
        var isInSlices = LoadPlanner.IsInSlices(_load);
        var connections = (TierCatalogue.Get(tier.Tier).IsServer ? result.GetValue(options.Connections) : null)
            ?? (isInSlices ? Math.Min(tier.Connections, slice) : tier.Connections);
        if (connections > slice && isInSlices)
        {
            throw new UsageException(
                $"a slice of {slice} operations cannot keep {connections} connections busy: " +
                $"use --slice {4 * connections} or fewer --connections");
        }

        return tier with
        {
            Launches = result.GetValue(options.Launches) ?? tier.Launches,
            SliceOperations = slice,
            Connections = connections,
        };
    }

    private StudyFacts FactsOf(Study study)
    {
        var known = study.Variants.Select(variant => variant.Name).ToArray();
        var always = new[] { study.Baseline.Name, study.Control.Name };
        string[] asked = result.GetValue(options.Variants) is { } written
            ? [.. WordList.Words(written).Select(word => CommonOptions.VariantOf(study, word)).Distinct()]
            : LoadPlanner.IsInSlices(_load)
                ? known
                : [.. known.Except(always).Take(1)]; // a window each takes its time
        if (asked.All(always.Contains))
            throw new UsageException(
                $"--variants names nothing to compare with {always[0]}: " +
                $"add one of {string.Join(", ", known.Except(always))}");

        // In the order of the study, then those with an injected cost as they were written.
        string[] names = [.. always, .. known.Intersect(asked).Except(always), .. asked.Except(known)];
        return names.Length <= RoutePath.LastSlot + 1
            ? study.FactsOf(names)
            : throw new UsageException(
                $"{names.Length} variants are too many for the server, which has {RoutePath.LastSlot + 1} routes: " +
                "name fewer --variants");
    }
}
