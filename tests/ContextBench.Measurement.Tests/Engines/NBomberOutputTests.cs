using ContextBench.Load;
using ContextBench.Measurement.Engines;
using Xunit;

namespace ContextBench.Measurement.Tests.Engines;

/// <summary>What bench/ContextBench.NBomber printed with NBomber 4.1.2, captured.</summary>
public sealed class NBomberOutputTests
{
    private const string Good =
        """
        {"requests":96097,"failed":0,"seconds":3,"requestsPerSecond":32032.3,"p50Ms":0.09,"p75Ms":0.12,
        """ + """
        "p95Ms":0.16,"p99Ms":0.44,"meanMs":0.11,"generatorCpuSeconds":3.535169}

        """;

    private const string NotFound =
        """
        {"requests":0,"failed":31036,"seconds":3,"requestsPerSecond":0,"p50Ms":0,"p75Ms":0,"p95Ms":0,
        """ + """
        "p99Ms":0,"meanMs":0,"generatorCpuSeconds":1.767416}

        """;

    private const string Unrestorable =
        """
          Determining projects to restore...
        NBomber.csproj : error NU1101: Unable to find package NBomber. No packages exist with this id in source(s): feed
          Failed to restore NBomber.csproj (in 336 ms).

        Build FAILED.
        """;

    [Fact]
    public void Requests_rate_latencies_and_its_own_cpu_time_are_read_off_a_good_run()
    {
        var result = NBomberOutput.Parse(Good);

        Assert.Equal((96_097, 32_032.3), (result.Requests, result.RequestsPerSecond));
        Assert.Equal(90, result.P50Us, 9);
        Assert.Equal(440, result.P99Us, 9);
        Assert.Equal(3_535_169_000, result.CpuNs);
    }

    [Fact]
    public void Only_the_last_line_is_the_data() =>
        Assert.Equal(96_097, NBomberOutput.Parse("NBomber says hello\n" + Good).Requests);

    [Theory]
    [InlineData(NotFound, "NBomber counted 31036 failed requests")]
    [InlineData("{}", "NBomber got no answer: '{}'")]
    [InlineData("Unhandled exception", "NBomber's program wrote 'Unhandled exception'")]
    [InlineData("", "NBomber's program wrote ''")]
    public void Anything_else_is_a_fault_that_says_what_was_seen(string printed, string fault) =>
        Assert.Equal(fault, Assert.Throws<TargetFaultException>(() => NBomberOutput.Parse(printed)).Message);

    [Fact]
    public void A_package_that_cannot_be_restored_is_named_with_what_to_do_instead() =>
        Assert.Equal(
            "NBomber cannot be built on this machine (NU1101: Unable to find package NBomber. No packages exist with " +
            "this id in source(s): feed): measure with --engine paired, or name a folder or feed that has the " +
            "package in CONTEXTBENCH_NBOMBER_SOURCE",
            NBomberOutput.WhyNotBuilt(Unrestorable));
}
