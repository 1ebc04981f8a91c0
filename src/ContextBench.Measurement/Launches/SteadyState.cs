namespace ContextBench.Measurement.Launches;

/// <summary>
/// Tells when warming up is over: the latest rounds are no longer cheaper than those before them, and the JIT has
/// stopped compiling. Compilation only ever makes slices cheaper and a disturbance only ever more expensive, so the
/// bests are compared, not the means; and a machine noisy enough to hide an improvement cannot hide the number of
/// compiled methods.
/// </summary>
public sealed class SteadyState
{
    private const int Window = 4;
    private const int FewestRounds = 2 * Window;
    private const double Improvement = 0.02;
    private const double StillCompiling = 0.01;

    private readonly List<double> _costs = [];
    private readonly List<long> _compiledMethods = [];

    /// <summary>Cost of each round so far, in ns per operation.</summary>
    public IReadOnlyList<double> Costs => _costs;

    /// <summary>Methods compiled since the process started, at the end of each round.</summary>
    public IReadOnlyList<long> CompiledMethods => _compiledMethods;

    /// <summary>
    /// Whether the latest four rounds got no more than 2 % cheaper than the best before them, and compiled less than
    /// 1 % of all methods.
    /// </summary>
    public bool IsReached =>
        _costs.Count >= FewestRounds
        && _costs[^Window..].Min() >= _costs[..^Window].Min() * (1 - Improvement)
        && _compiledMethods[^1] - _compiledMethods[^(Window + 1)] <= _compiledMethods[^1] * StillCompiling;

    /// <summary>Adds a round.</summary>
    /// <param name="sliceCosts">The cost of each of its slices, in ns per operation.</param>
    /// <param name="compiledMethods">Methods compiled since the process started, at the end of the round.</param>
    public void AddRound(IReadOnlyCollection<double> sliceCosts, long compiledMethods)
    {
        var sorted = sliceCosts.Order().ToArray();
        _costs.Add(sorted[sorted.Length / 4]); // the lower quartile: what a slice costs when left alone
        _compiledMethods.Add(compiledMethods);
    }
}
