using System.Globalization;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;
using Xunit;

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
        Assert.Equal(3, ExitCodes.Of([Summary([Measured(Cases[0]), Report(Cases[1], success: false, ResultLine)])]));

    [Fact]
    public void A_benchmark_without_a_measurement_is_a_failure() =>
        Assert.Equal(3, ExitCodes.Of([Summary([Report(Cases[0], success: true)])]));

    private const string ResultLine = "WorkloadResult   1: 16 op, 1600.00 ns, 100.0000 ns/op";

    private static BenchmarkReport Measured(BenchmarkCase benchmark) => Report(benchmark, success: true, ResultLine);

    private static BenchmarkReport Report(BenchmarkCase benchmark, bool success, params string[] lines)
    {
        var built = BuildResult.Success(GenerateResult.Success(artifactsPaths: null!, []));
        return new BenchmarkReport(success, benchmark, built, built, [Executed(lines)], []);
    }

    private static BenchmarkReport NotBuilt(BenchmarkCase benchmark)
    {
        var failed = BuildResult.Failure(GenerateResult.Success(artifactsPaths: null!, []), "error CS1591");
        return new BenchmarkReport(true, benchmark, failed, failed, [Executed([ResultLine])], []);
    }

    private static ExecuteResult Executed(string[] lines) =>
        new(foundExecutable: true, exitCode: 0, processId: 1, lines, prefixedLines: [], lines, launchIndex: 1);

    private static Summary Summary(BenchmarkReport[] reports, params ValidationError[] errors) => new(
        "title", [.. reports], HostEnvironmentInfo.GetCurrent(), resultsDirectoryPath: "", logFilePath: "",
        TimeSpan.Zero, CultureInfo.InvariantCulture, [.. errors], []);
}
