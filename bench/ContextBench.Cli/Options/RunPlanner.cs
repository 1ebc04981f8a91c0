namespace ContextBench.Cli.Options;

/// <summary>Turns options into a plan, or says what is wrong with them before anything is measured.</summary>
/// <param name="options">The options.</param>
internal sealed class RunPlanner(RunOptions options)
{
    private const int MostConnections = 1024;
    private const int MostSliceOperations = 100_000;
    private const double MostWorkUs = 100_000;

    /// <summary>The profile that was asked for.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public Profile ProfileOf(ParseResult result)
    {
        var name = result.GetValue(options.Profile)!;
        return name == Profile.Rehearsal.Name
            ? Profile.Rehearsal
            : Profile.All[IndexOf("profile", name, [.. Profile.All.Select(profile => profile.Name)])];
    }

    /// <summary>Makes the plan.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="drawSeed">Draws a seed where none was given.</param>
    /// <exception cref="UsageException">An option is wrong, or two contradict each other.</exception>
    public RunPlan Plan(ParseResult result, Func<int> drawSeed)
    {
        var profile = ProfileOf(result);
        var load = new LoadPlanner(options).Plan(result);
        TierPlan[] tiers =
        [
            .. TiersOf(result, profile, load)
                .Select(tier => Adjusted(result, LoadPlanner.Adjusted(load, tier), load)),
        ];
        var margin = CommonOptions.Within(
            "--margin", result.GetValue(options.Margin), double.Epsilon, 100, "a percentage above 0, at most 100");
        var precision = PrecisionOf(result, load);
        if (precision is not null)
            tiers[^1] = tiers[^1] with { Launches = PrecisionGoal.PilotLaunches };
        else if (LoadPlanner.ReasonForKestrelAlone(load) is null
            && (WasAsked(result, options.Launches) || WasAsked(result, options.Margin)))
            RequireReachable(new Margin(margin), tiers[^1]);

        var seed = result.GetValue(options.Seed) ?? drawSeed();
        var workload = WorkloadOf(result);
        return new RunPlan
        {
            Profile = profile.Name,
            Tiers = tiers,
            Study = StudyOf(result, load),
            Workload = workload.Facts,
            Body = workload.Body,
            Load = load,
            MarginPercent = margin,
            RequestUs = CommonOptions.RequestUs(result.GetValue(options.RequestUs)),
            PrecisionPercent = precision,
            Seed = seed,
            Reproduce = Reproduce(result, seed),
        };
    }

    private double? PrecisionOf(ParseResult result, LoadPlan load)
    {
        if (result.GetValue(options.Precision) is not { } precision)
            return null;
        if (LoadPlanner.ReasonForKestrelAlone(load) is { } reason)
            throw new UsageException($"--precision plans the paired engine's closed loop, not {reason}: drop one");
        if (WasAsked(result, options.Launches))
            throw new UsageException("--launches fixes the number that --precision would find: drop one of the two");

        return CommonOptions.Within("--precision", precision, 0.001, 100, "a percentage of 0.001 to 100");
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
            $"{tier.Launches} launches cannot reach a verdict at ±{Text(margin.Percent)} % on {tier.Tier}, even if " +
            $"they differed by {Text(spread)} % only: {way}");
    }

    private static bool WasAsked(ParseResult result, Option option) => RunOptions.WasWritten(result, option);

    private IReadOnlyList<TierPlan> TiersOf(ParseResult result, Profile profile, LoadPlan load)
    {
        var names = result.GetValue(options.Tiers) is { } written
            ? Names("tier", written, [.. TierCatalogue.All.Select(tier => tier.Name)])
            : [.. profile.Tiers.Select(tier => tier.Tier)];
        if (result.GetValue(options.Connections) is not null && !names.Any(name => TierCatalogue.Get(name).IsServer))
            throw new UsageException("--connections belongs to kestrel, which --tiers leaves out: drop one of the two");
        if (LoadPlanner.ReasonForKestrelAlone(load) is { } reason)
        {
            string[] alone = [.. TierCatalogue.All.Where(tier => tier.IsServer).Select(tier => tier.Name)];
            if (WasAsked(result, options.Tiers) && !names.SequenceEqual(alone))
            {
                throw new UsageException(
                    $"{reason} measures {alone[0]} alone: drop --tiers, or write --tiers {alone[0]}");
            }

            names = alone;
        }

        return [.. profile.Tiers.Where(tier => names.Contains(tier.Tier))];
    }

    private TierPlan Adjusted(ParseResult result, TierPlan tier, LoadPlan load)
    {
        var launches = CommonOptions.Launches(result.GetValue(options.Launches) ?? tier.Launches);
        var slice = result.GetValue(options.Slice) ?? tier.SliceOperations;
        CommonOptions.Within("--slice", slice, 1, MostSliceOperations, $"1 to {MostSliceOperations} operations");
        var isServer = TierCatalogue.Get(tier.Tier).IsServer;
        var connections = (isServer ? result.GetValue(options.Connections) : null)
            ?? (load is { Arms: null, OpenLoop: null } ? Math.Min(tier.Connections, slice) : tier.Connections);
        CommonOptions.Within("--connections", connections, 1, MostConnections, $"1 to {MostConnections} connections");
        if (connections > slice && load is { Arms: null, OpenLoop: null })
        {
            throw new UsageException(
                $"a slice of {slice} operations cannot keep {connections} connections busy: " +
                $"use --slice {4 * connections} or fewer --connections");
        }

        return tier with { Launches = launches, SliceOperations = slice, Connections = connections };
    }

    private StudyFacts StudyOf(ParseResult result, LoadPlan load)
    {
        var study = CommonOptions.StudyOf(result.GetValue(options.Study)!);
        var known = study.Variants.Select(variant => variant.Name).ToArray();
        var always = new[] { study.Baseline.Name, study.Control.Name };
        var asked = result.GetValue(options.Variants) is { } written ? VariantNames(study, written, known)
            : load is { Arms: null, OpenLoop: null } ? known
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

    private static string[] VariantNames(Study study, string list, string[] known) =>
        [.. Words(list)
            .Select(word => study.Find(word)?.Name
                ?? (word.Contains(InjectedCost.Separator)
                    ? throw new UsageException(
                        $"'{word}' is no variant with an injected cost: write {known[0]}+0.5us (CPU work), " +
                        $"{known[0]}+256B (allocation, a multiple of 8) or {known[0]}+0.5%of80us (of some requests)")
                    : known[IndexOf("variant", word, known)]))
            .Distinct()];

    private Workload WorkloadOf(ParseResult result) => options.Workload.Read(
        result,
        CommonOptions.Within("--work-us", result.GetValue(options.WorkUs), 0, MostWorkUs, $"0 to {MostWorkUs} µs"),
        Parsed<SinkKind>("sink", result.GetValue(options.Sink)!));

    private string Reproduce(ParseResult result, int seed)
    {
        var written = options.All
            .Where(option => option != options.Output && option != options.Seed)
            .Select(option => (option.Name, Value: RunOptions.Written(result, option)))
            .Where(option => option.Value is not null)
            .SelectMany(option => option.Value!.Length > 0 ? [option.Name, option.Value] : new[] { option.Name });
        return ShellCommand.Of(["run", .. written, "--seed", $"{seed}"]);
    }

    private static T Parsed<T>(string what, string word)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToArray();
        return Enum.GetValues<T>()[IndexOf(what, word, names)];
    }

    private static string[] Names(string what, string list, string[] known) =>
        [.. Words(list).Select(word => known[IndexOf(what, word, known)]).Distinct()];

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries);

    private static int IndexOf(string what, string word, string[] known) =>
        Array.IndexOf(known, Nearest.Require(what, word, known));

    private static string Text(double value) => value.ToString();
}
