namespace ContextBench.Measurement.Launches;

/// <summary>
/// Tells when warming up is over: the best of the latest rounds is no longer better than the best round before them. Compilation
/// only ever makes slices cheaper and a disturbance only ever dearer, so the bests are compared, not the means.
/// </summary>
public sealed class SteadyState
{
    private const int Window = 4;
    private const int FewestRounds = 2 * Window;
    private const double Improvement = 0.02;

    private readonly List<double> _rounds = [];

    /// <summary>Cost of each round so far, in ns per operation.</summary>
    public IReadOnlyList<double> Rounds => _rounds;

    /// <summary>Whether the rounds so far have stopped getting cheaper by more than 2 %.</summary>
    public bool IsReached =>
        _rounds.Count >= FewestRounds
        && _rounds[^Window..].Min() >= _rounds[..^Window].Min() * (1 - Improvement);

    /// <summary>Adds a round.</summary>
    /// <param name="sliceCosts">The cost of each of its slices, in ns per operation.</param>
    public void AddRound(IReadOnlyCollection<double> sliceCosts)
    {
        var sorted = sliceCosts.Order().ToArray();
        _rounds.Add(sorted[sorted.Length / 4]); // the lower quartile: what a slice costs when left alone
    }
}
