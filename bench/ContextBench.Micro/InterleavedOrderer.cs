using System.Collections.Immutable;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ContextBench.Micro;

/// <summary>Runs one launch of every case, then the next of every case: A B B A, and so on.</summary>
/// <remarks>
/// BenchmarkDotNet's own order has all launches of one case back to back, so a bad minute of the machine hits one
/// variant alone. Here each pair of launches has a seeded random order of its own, first forwards and then backwards,
/// so that a drift cancels. Cases that differ only in their method stay side by side, as they are compared.
/// BenchmarkDotNet orders class by class: what is to alternate shares a class.
/// </remarks>
/// <param name="seed">The seed of the orders: the same cases and seed give the same order.</param>
public sealed class InterleavedOrderer(int seed) : DefaultOrderer
{
    /// <inheritdoc/>
    public override IEnumerable<BenchmarkCase> GetExecutionOrder(
        ImmutableArray<BenchmarkCase> benchmarkCases, IEnumerable<BenchmarkLogicalGroupRule>? order = null)
    {
        // The base sorts: the jobs of a configuration arrive in the order of their hash codes.
        var launches = base.GetExecutionOrder(benchmarkCases, order)
            .GroupBy(benchmark => benchmark.Job.Id)
            .OrderBy(launch => launch.Key, StringComparer.Ordinal);
        return launches.SelectMany((launch, i) => i % 2 == 0 ? Shuffle(launch, i) : Shuffle(launch, i - 1).Reverse());
    }

    /// <inheritdoc/>
    protected override IEnumerable<BenchmarkCase> GetSummaryOrderForGroup(
        ImmutableArray<BenchmarkCase> benchmarksCase, Summary summary) =>
        base.GetExecutionOrder(benchmarksCase, benchmarksCase.FirstOrDefault()?.Config.GetLogicalGroupRules());

    private IEnumerable<BenchmarkCase> Shuffle(IEnumerable<BenchmarkCase> launch, int pair)
    {
        var random = new Random(unchecked((seed * 397) ^ pair));
        var groups = launch
            .GroupBy(benchmark => benchmark.Parameters.ValueInfo)
            .Select(group => group.ToArray())
            .ToArray();
        random.Shuffle(groups);
        foreach (var group in groups)
            random.Shuffle(group);
        return groups.SelectMany(group => group);
    }
}
