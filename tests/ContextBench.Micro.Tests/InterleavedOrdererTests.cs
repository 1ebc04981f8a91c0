using System.Collections.Immutable;
using BenchmarkDotNet.Running;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class InterleavedOrdererTests
{
    private static readonly ImmutableArray<BenchmarkCase> Cases = Convert(MicroSet.Full with { Launches = 4 });

    [Fact]
    public void Every_case_is_launched_once_before_any_is_launched_again()
    {
        var launches = Order(1);

        Assert.Equal(["L01", "L02", "L03", "L04"], launches.Select(launch => launch.Job));
        Assert.All(launches, launch => Assert.Equal(launches[0].Cases.ToHashSet(), launch.Cases.ToHashSet()));
        Assert.Equal(Cases.Length, launches.Sum(launch => launch.Cases.Count));
    }

    [Fact]
    public void The_second_launch_of_a_pair_runs_backwards()
    {
        var launches = Order(1);

        Assert.Equal(launches[0].Cases.Reverse(), launches[1].Cases);
        Assert.Equal(launches[2].Cases.Reverse(), launches[3].Cases);
    }

    [Fact]
    public void Each_pair_has_an_order_of_its_own()
    {
        var launches = Order(1);

        Assert.NotEqual(launches[0].Cases, launches[2].Cases);
    }

    [Fact]
    public void The_seed_alone_decides_and_not_the_order_in_which_cases_arrive()
    {
        var shuffled = Cases.ToArray();
        new Random(7).Shuffle(shuffled);

        Assert.Equal(Names(Cases, 1), Names([.. shuffled], 1));
        Assert.NotEqual(Names(Cases, 1), Names(Cases, 2));
    }

    [Fact]
    public void Cases_that_are_compared_stay_side_by_side()
    {
        var parameters = new InterleavedOrderer(1).GetExecutionOrder(Cases)
            .Where(benchmark => benchmark.Job.Id == "L01")
            .Select(benchmark => benchmark.Parameters.ValueInfo)
            .ToArray();

        // Three values of a parameter: where they are not mixed, there are two changes from one to the next.
        Assert.Equal(2, parameters.Zip(parameters.Skip(1)).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void A_set_of_launches_is_ordered_where_BenchmarkDotNet_makes_it() =>
        Assert.Equal(Names(Cases, 1), Cases.Select(benchmark => benchmark.DisplayInfo));

    private static ImmutableArray<BenchmarkCase> Convert(MicroSet set) =>
        [.. BenchmarkConverter.TypeToBenchmarks(typeof(HandlerBenchmarks), new MicroConfig(set)).BenchmarksCases];

    private static string[] Names(ImmutableArray<BenchmarkCase> cases, int seed) =>
        [.. new InterleavedOrderer(seed).GetExecutionOrder(cases).Select(benchmark => benchmark.DisplayInfo)];

    // Runs of the same job: one for each where no job is interrupted by another.
    private static List<(string Job, IReadOnlyList<string> Cases)> Order(int seed)
    {
        var launches = new List<(string Job, List<string> Cases)>();
        foreach (var benchmark in new InterleavedOrderer(seed).GetExecutionOrder(Cases))
        {
            if (launches.Count == 0 || launches[^1].Job != benchmark.Job.Id)
                launches.Add((benchmark.Job.Id, []));
            launches[^1].Cases.Add($"{benchmark.Descriptor.WorkloadMethod.Name} {benchmark.Parameters.ValueInfo}");
        }

        return [.. launches.Select(launch => (launch.Job, (IReadOnlyList<string>)launch.Cases))];
    }
}
