using Xunit;

namespace ContextBench.Statistics.Tests;

/// <summary>
/// The interval of <see cref="OverheadEstimate.Weighted"/> covers what it says, and is worth it: narrower than the
/// plain t interval where launches are unequally noisy, and hardly wider where they are not.
/// </summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    // tau 0: launches do not differ; 0.5 and 1: by less than their noise, and by as much; 4: by far more.
    private static readonly CoverageCell[] Cells =
    [
        .. from batches in new[] { 15, 8 }
           from noise in new[] { LaunchNoise.Equal, LaunchNoise.Unequal }
           from tau in new[] { 0, 0.5, 1, 4 }
           from launches in new[] { 6, 12, 24 }
           select new CoverageCell(launches, noise, tau, batches),
    ];

    // Without a smallest error these cover 92–93 % at 4 launches.
    private static readonly CoverageCell[] OnePreciseCells =
    [
        .. from tau in new[] { 0.3, 1 }
           from launches in new[] { 4, 6, 12 }
           select new CoverageCell(launches, LaunchNoise.OnePrecise, tau, Batches: 15),
    ];

    // A true 95 % passes 999 times in 1,000: 2,000 · 0.95 − 3.09 · √(2,000 · 0.95 · 0.05) = 1870.
    [Fact]
    public void In_2000_runs_of_every_kind_the_95_percent_interval_covers_the_truth_as_often_as_it_should() =>
        Check(Simulate(Cells, 2_000), leastCovered: 1870.0 / 2_000);

    [Fact]
    public void One_launch_far_more_precise_than_the_others_does_not_decide_alone() =>
        Check(Simulate(OnePreciseCells, 2_000), leastCovered: 1870.0 / 2_000);

    [Fact]
    public void In_20000_runs_of_every_kind_the_95_percent_interval_covers_the_truth_in_at_least_94_percent()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CONTEXTBENCH_LONG") == "1",
            "takes long: set CONTEXTBENCH_LONG=1 to run it");

        Check(Simulate(Cells, 20_000), leastCovered: 0.94);
    }

    private Coverage[] Simulate(CoverageCell[] cells, int runs)
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable("CONTEXTBENCH_MUTATION") == "1",
            "takes seconds for each of hundreds of mutants, which the other tests have to tell");

        Coverage[] table = [.. cells.AsParallel().AsOrdered().Select(cell => cell.Simulate(runs))];

        output.WriteLine($"95 % interval of weighted launches, {runs} runs a row; tau in units of the median launch's");
        output.WriteLine("error; width: mean, relative to the plain t interval's.");
        output.WriteLine(string.Empty);
        output.WriteLine(Coverage.Header);
        foreach (var row in table)
            output.WriteLine(row.ToString());
        return table;
    }

    private static void Check(Coverage[] table, double leastCovered)
    {
        Assert.All(table, row => Assert.True(row.Share >= leastCovered, $"covers too seldom: {row}"));
        Assert.All(
            table.Where(row => row.Cell.Noise == LaunchNoise.Equal),
            row => Assert.True(row.WidthOverPlain <= 1.05, $"too wide with equal noise: {row}"));
        Assert.All(
            table.Where(row => row.Cell is { Noise: LaunchNoise.Unequal, Tau: < 1 }),
            row => Assert.True(row.WidthOverPlain <= 0.80, $"not clearly narrower with unequal noise: {row}"));
    }
}
