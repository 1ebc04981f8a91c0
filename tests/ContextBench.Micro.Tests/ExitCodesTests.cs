using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using Xunit;
using static ContextBench.Micro.Tests.TestReports;

namespace ContextBench.Micro.Tests;

public sealed class ExitCodesTests
{
    private static readonly BenchmarkCase[] Cases = [.. BenchmarkCases.All.Values.Take(2)];

    [Fact]
    public void A_run_in_which_every_benchmark_has_results_is_done() =>
        Assert.Equal(
            0,
            ExitCodes.Of([Summary([Measured(Cases[0])]), Summary([Measured(Cases[0]), Measured(Cases[1])])]));

    [Fact]
    public void A_run_without_a_summary_is_bad_usage_because_no_benchmark_was_found() =>
        Assert.Equal(2, ExitCodes.Of([]));

    [Fact]
    public void A_summary_without_reports_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([Measured(Cases[0])]), Summary([])]));

    [Fact]
    public void A_critical_validation_error_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([Measured(Cases[0])], new ValidationError(isCritical: true, "no"))]));

    [Fact]
    public void A_validation_error_that_is_not_critical_is_none() =>
        Assert.Equal(0, ExitCodes.Of([Summary([Measured(Cases[0])], new ValidationError(isCritical: false, "hm"))]));

    [Fact]
    public void A_benchmark_that_was_not_built_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([Measured(Cases[0]), NotBuilt(Cases[1])])]));

    [Fact]
    public void A_benchmark_that_ended_early_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([Measured(Cases[0]), EndedEarly(Cases[1])])]));

    [Fact]
    public void A_benchmark_without_a_measurement_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([WithoutMeasurement(Cases[0])])]));
}
