namespace ContextBench.Analysis.Launches;

/// <summary>A launch of an open loop that counts.</summary>
/// <param name="Record">The launch's own record.</param>
/// <param name="Rounds">Its rounds, each with the window of every variant in the order of the variants.</param>
internal sealed record WindowLaunch(LaunchObservation Record, IReadOnlyList<IReadOnlyList<WindowObservation>> Rounds)
    : ICountedLaunch
{
    // A server that waits spins, and so does the generator: what CPU they use says nothing.
    public double? BusyShare => null;

    public double? GeneratorCpuUs => null;

    /// <summary>Launches without a fault, all of whose windows were written.</summary>
    public static IReadOnlyList<WindowLaunch> From(IReadOnlyCollection<Observation> observations, string tier) =>
    [
        .. FaultlessLaunches.Of<WindowObservation>(observations, tier, window => (window.Tier, window.Launch))
            .Select(launch => new WindowLaunch(launch.Record, RoundsOf(launch.Parts)))
            .Where(launch => launch.IsWhole),
    ];

    /// <summary>
    /// The logarithm of a candidate's quantile over the baseline's: the 20 % trimmed mean over rounds, since a stall of
    /// the machine makes one window's quantile many times another's.
    /// </summary>
    public double LogRatio(Func<WindowObservation, long> quantile, string baseline, string candidate)
    {
        var (from, to) = (IndexOf(baseline), IndexOf(candidate));
        return TrimmedMean.Of(
            [.. Rounds.Select(round => Math.Log((double)quantile(round[to]) / quantile(round[from])))]);
    }

    /// <summary>A variant's quantile, in µs: the median window's.</summary>
    public double QuantileUs(Func<WindowObservation, long> quantile, string variant)
    {
        var index = IndexOf(variant);
        return Median.Of(Rounds.Select(round => quantile(round[index]) / 1e3));
    }

    /// <summary>All windows.</summary>
    public IEnumerable<WindowObservation> Windows => Rounds.SelectMany(round => round);

    /// <summary>The windows in which a clock went backwards: half of the requests cannot take no time.</summary>
    public int BackwardWindows => Windows.Count(window =>
        Clock.WentBackwards(window.ElapsedNs, window.CpuNs) || window.P50Ns <= 0);

    private bool IsWhole =>
        Rounds.Count == Record.Blocks && Rounds.Count > 0
        && Rounds.All(round => round.Select(window => window.Variant)
            .SequenceEqual(Enumerable.Range(0, Record.Variants.Count)));

    private int IndexOf(string variant) => Record.Variants.ToList().IndexOf(variant);

    private static IReadOnlyList<WindowObservation>[] RoundsOf(IEnumerable<WindowObservation> windows) =>
        [.. windows.GroupBy(window => window.Round)
            .OrderBy(round => round.Key)
            .Select(round => round.OrderBy(window => window.Variant).ToArray())];
}
