using System.Text.Json.Nodes;
using ContextBench.Analysis.Micro;
using ContextBench.Measurement.Records;
using Xunit;

namespace ContextBench.Analysis.Tests.Micro;

public sealed class MicroResultsTests
{
    [Fact]
    public void A_launch_is_the_median_of_its_results_alone()
    {
        using var fixture = MicroFixture.Unchanged();

        var classic = MicroResults.ReadAll(fixture.Directory).Cases.Single(benchmark => benchmark.Method == "Classic");

        // In 6,400 operations: L01 9157092.5, 8949332.5 and 9020107.5 ns, so 9020107.5 / 6400 = 1409.391796875.
        Assert.Equal(
            [
                new MicroLaunch("L01", 1409.391796875, 1136),
                new MicroLaunch("L02", 1363.65421875, 1136), // 8727387 / 6400
                new MicroLaunch("L03", 1378.634375, 1136), // 8823260 / 6400
            ],
            classic.Launches);
        Assert.Equal(
            ("HandlerBenchmarks", "LogLines=4", true), (classic.Class, classic.Parameters, classic.IsBaseline));
        // The geometric mean: e to the mean of 7.2509136, 7.2179248 and 7.2288496.
        Assert.Equal(1383.763, classic.Nanoseconds!.Value, 3);
    }

    [Fact]
    public void The_ratio_is_paired_by_launch_and_its_interval_is_that_of_the_launches()
    {
        using var fixture = MicroFixture.Unchanged();

        var comparison = Find(fixture, "AsyncLocal");

        // Ratios 1477.14140625 / 1409.391796875 = 1.048070, 1465.613203125 / 1363.65421875 = 1.074769 and
        // 1498.16578125 / 1378.634375 = 1.086703; logarithms 0.0469505, 0.0721057, 0.0831481: mean 0.0674014, standard
        // deviation 0.0185517. Times t(0.975, 2) = 4.302653 / √3: 0.0460850. e^0.0674014 = 1.069725,
        // e^0.0213165 = 1.021545, e^0.1134864 = 1.120177.
        Assert.Equal(("HandlerBenchmarks", "LogLines=4", "Classic", "AsyncLocal", 3), (
            comparison.Candidate.Class, comparison.Candidate.Parameters, comparison.Baseline.Method,
            comparison.Candidate.Method, comparison.Launches));
        Assert.Equal(6.9725, comparison.Percent, 4);
        Assert.Equal(2.1545, comparison.Low!.Value, 4);
        Assert.Equal(12.0177, comparison.High!.Value, 4);
        // The two geometric means: their quotient is the ratio, as the reader of a table expects.
        Assert.Equal(1383.763, comparison.BaselineNs, 3);
        Assert.Equal(1 + (comparison.Percent / 100), CandidateNs(comparison) / comparison.BaselineNs, 12);
        Assert.Equal((1136d, 1192d), (comparison.Baseline.Bytes, comparison.Candidate.Bytes));
        Assert.Empty(comparison.Unpaired);
    }

    [Fact]
    public void The_baseline_is_compared_with_nothing()
    {
        using var fixture = MicroFixture.Unchanged();

        Assert.Equal(
            ["AsyncLocal", "Control"],
            MicroResults.ReadAll(fixture.Directory).Comparisons
                .Select(comparison => comparison.Candidate.Method)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_launch_that_failed_in_one_variant_is_left_out_and_named()
    {
        using var fixture = MicroFixture.With(text => WithoutResults(text, "Classic", "L02"));

        var comparison = Find(fixture, "AsyncLocal");

        // L01 and L03: mean of 0.0469505 and 0.0831481 is 0.0650493, standard deviation 0.0255956. Times
        // t(0.975, 1) = 12.706205 / √2: 0.2299660. e^0.0650493 = 1.067212, e^-0.1649167 = 0.847963.
        Assert.Equal(["L02"], comparison.Unpaired);
        Assert.Equal(2, comparison.Launches);
        Assert.Equal(6.7212, comparison.Percent, 4);
        Assert.Equal(-15.2037, comparison.Low!.Value, 4);
        Assert.Equal(1487.616, CandidateNs(comparison), 3); // the root of 1477.14140625 times 1498.16578125
    }

    [Fact]
    public void A_single_launch_has_a_ratio_and_no_interval()
    {
        using var fixture = MicroFixture.With(
            text => WithoutResults(WithoutResults(text, "AsyncLocal", "L02"), "AsyncLocal", "L03"));

        var comparison = Find(fixture, "AsyncLocal");

        Assert.Equal(4.8070, comparison.Percent, 4);
        Assert.Equal((null, null, 1), (comparison.Low, comparison.High, comparison.Launches));
    }

    [Fact]
    public void Without_its_baseline_a_candidate_has_no_comparison()
    {
        using var fixture = MicroFixture.With(text =>
            text.Replace("\"Baseline\": true", "\"Baseline\": false", StringComparison.Ordinal));

        Assert.Empty(MicroResults.ReadAll(fixture.Directory).Comparisons);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void A_truncated_file_is_said_in_one_sentence(int length)
    {
        using var fixture = MicroFixture.With(text => text[..length]);

        var exception = Assert.Throws<StorageException>(() => MicroResults.ReadAll(fixture.Directory));

        Assert.Equal(
            $"{fixture.File} is no whole result of BenchmarkDotNet: remove it to report the rest", exception.Message);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Benchmarks":null}""")]
    [InlineData("""{"Benchmarks":[null]}""")]
    [InlineData("""{"Benchmarks":[{"Type":"T","Method":"M","Parameters":"","Launch":"L01","Measurements":null}]}""")]
    [InlineData("""{"Benchmarks":[{"Type":"T","Method":"M","Parameters":"","Launch":"L01","Measurements":[null]}]}""")]
    public void A_file_of_something_else_is_said_in_one_sentence(string text)
    {
        using var fixture = MicroFixture.With(_ => text);

        var exception = Assert.Throws<StorageException>(() => MicroResults.ReadAll(fixture.Directory));

        Assert.EndsWith("is no whole result of BenchmarkDotNet: remove it to report the rest", exception.Message);
    }

    [Fact]
    public void A_file_that_does_not_say_what_its_launches_are_has_no_cases()
    {
        using var fixture = MicroFixture.With(text =>
            text.Replace("\"Launch\":", "\"Other\":", StringComparison.Ordinal));

        Assert.Empty(MicroResults.ReadAll(fixture.Directory).Cases);
    }

    private static double CandidateNs(MicroComparison comparison) =>
        MicroLaunch.MeanOf(comparison.Pairs.Select(pair => pair.Candidate));

    private static MicroComparison Find(MicroFixture fixture, string candidate) =>
        MicroResults.ReadAll(fixture.Directory).Comparisons.Single(comparison =>
            comparison.Candidate.Method == candidate);

    // As BenchmarkDotNet writes a process that ended before its first result.
    private static string WithoutResults(string text, string method, string launch)
    {
        var root = JsonNode.Parse(text)!;
        var benchmark = root["Benchmarks"]!.AsArray().Single(benchmark =>
            benchmark!["Method"]!.GetValue<string>() == method && benchmark["Launch"]!.GetValue<string>() == launch)!;
        benchmark["Measurements"] = new JsonArray();
        return root.ToJsonString();
    }
}
