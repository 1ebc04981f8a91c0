using System.Globalization;
using ContextBench.Cli.Wrk;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Cli.Tests.Wrk;

public sealed class WrkTests
{
    private const string Printed =
        """
        Running 2s test @ http://127.0.0.1:5000/slot00/emails
          1 threads and 4 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency    92.67us   88.17us   4.31ms   98.83%
            Req/Sec    43.11k     2.42k   46.14k    85.71%
          90010 requests in 2.10s, 15.02MB read
        Requests/sec:  42861.90
        Transfer/sec:      7.15MB
        """;

    [Fact]
    public void Requests_per_second_are_read_off_what_wrk_prints() =>
        Assert.Equal(42_861.90, WrkProgram.Parse(Printed));

    [Theory]
    [InlineData("  Non-2xx or 3xx responses: 12")]
    [InlineData("  Socket errors: connect 0, read 3, write 0, timeout 0")]
    public void A_run_with_errors_has_no_rate(string errors) =>
        Assert.Null(WrkProgram.Parse(
            Printed.Replace("Requests/sec", errors + "\nRequests/sec", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("unable to connect to 127.0.0.1:5000 Connection refused")]
    [InlineData("Requests/sec:      0.00")]
    public void What_is_no_whole_run_has_no_rate(string printed) => Assert.Null(WrkProgram.Parse(printed));

    [Fact]
    public void Pairs_are_compared_in_time_per_request_and_their_interval_is_students()
    {
        // Ratios 1.1 and 1/1.1 in time: log-ratios ±0.09531, mean 0, sd 0.13479, error 0.09531, t(0.975, 1) = 12.706.
        var pairs = new WrkPairs([(1100, 1000), (1000, 1100)]);

        Assert.Equal(0, pairs.Estimate.LogRatio, 12);
        Assert.Equal(0.13479, pairs.Estimate.SpreadOfLaunches, 5);
        Assert.Equal(100 * (Math.Exp(12.7062 * 0.0953102) - 1), pairs.Interval.High, 1);
    }

    [Fact]
    public void The_page_says_how_many_times_narrower_our_interval_is()
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var pairs = new WrkPairs([(1100, 1000), (1000, 1100), (1050, 1000), (1000, 1040)]);

        pairs.Write(new Interval(0.5, 0.9), 0.7, 8, 96, 4, page);

        var times = pairs.Interval.HalfWidth / 0.2;
        Assert.Contains(
            FormattableString.Invariant($"interval is {times:0.0} times narrower."), page.ToString(),
            StringComparison.Ordinal);
        Assert.Contains(
            "| paired | +0.70 % | [+0.50, +0.90] | 0.200 % | 8 launches |", page.ToString(), StringComparison.Ordinal);
    }
}
