using ContextBench.Load;
using ContextBench.Measurement.Engines;
using Xunit;

namespace ContextBench.Measurement.Tests.Engines;

/// <summary>What wrk 4.1.0 printed, captured.</summary>
public sealed class WrkOutputTests
{
    private const string Good =
        """
        Running 2s test @ http://127.0.0.1:5998/slot00/emails
          1 threads and 4 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency     3.38ms   15.74ms 120.97ms   95.49%
            Req/Sec    27.99k     6.22k   36.96k    73.68%
          Latency Distribution
             50%  111.00us
             75%  165.00us
             90%  363.00us
             99%   97.93ms
          53882 requests in 2.00s, 7.71MB read
        Requests/sec:  26924.95
        Transfer/sec:      3.85MB
        """;

    private const string NotFound =
        """
        Running 1s test @ http://127.0.0.1:5998/nothing
          1 threads and 4 connections
          Thread Stats   Avg      Stdev     Max   +/- Stdev
            Latency   146.42us  274.02us   4.14ms   91.59%
            Req/Sec    46.06k    12.48k   71.00k    63.64%
          Latency Distribution
             50%   70.00us
             75%  109.00us
             90%  309.00us
             99%    1.40ms
          50386 requests in 1.10s, 4.76MB read
          Non-2xx or 3xx responses: 50386
        Requests/sec:  45805.62
        Transfer/sec:      4.32MB
        """;

    [Fact]
    public void Requests_rate_and_latencies_are_read_off_a_good_run_each_in_its_unit() =>
        Assert.Equal(
            new LoadResult(53_882, 26_924.95, 111, 97_930, CpuNs: 7),
            WrkOutput.Parse(Good, cpuNs: 7));

    [Theory]
    [InlineData("99%   97.93ms", "99%    1.25s", 1_250_000)]
    [InlineData("99%   97.93ms", "99%    2.00m", 120_000_000)]
    public void Latencies_of_seconds_and_minutes_are_read_too(string printed, string instead, double p99Us) =>
        Assert.Equal(
            p99Us, WrkOutput.Parse(Good.Replace(printed, instead, StringComparison.Ordinal), cpuNs: null).P99Us);

    [Fact]
    public void Responses_that_were_errors_make_it_a_fault_that_says_how_many() =>
        Assert.Equal("wrk counted errors: 'Non-2xx or 3xx responses: 50386'", FaultOf(NotFound));

    [Fact]
    public void Sockets_that_failed_make_it_a_fault() =>
        Assert.Equal(
            "wrk counted errors: 'Socket errors: connect 0, read 3, write 0, timeout 0'",
            FaultOf(Good + "\n  Socket errors: connect 0, read 3, write 0, timeout 0"));

    [Fact]
    public void A_run_without_an_answer_is_a_fault() =>
        Assert.Equal(
            "wrk got no answer", FaultOf(Good.Replace("26924.95", "0.00", StringComparison.Ordinal)));

    [Theory]
    [InlineData("", "wrk printed no requests a second: ''")]
    [InlineData(
        "unable to connect to 127.0.0.1:5998 Connection refused",
        "wrk printed no requests a second: 'unable to connect to 127.0.0.1:5998 Connection refused'")]
    public void What_is_no_run_at_all_is_a_fault_that_quotes_it(string printed, string fault) =>
        Assert.Equal(fault, FaultOf(printed));

    [Fact]
    public void Output_without_latencies_of_a_wrk_that_was_not_asked_for_them_is_a_fault() =>
        Assert.StartsWith(
            "wrk printed no median latency",
            FaultOf(Good.Replace("50%  111.00us", "", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static string FaultOf(string printed) =>
        Assert.Throws<TargetFaultException>(() => WrkOutput.Parse(printed, cpuNs: null)).Message;
}
