using System.Globalization;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.Results;
using BenchmarkDotNet.Validators;

namespace ContextBench.Micro.Tests;

/// <summary>What BenchmarkDotNet reports of benchmarks, without running any.</summary>
internal static class TestReports
{
    private const string ResultLine = "WorkloadResult   1: 16 op, 1600.00 ns, 100.0000 ns/op";

    public static BenchmarkReport Measured(BenchmarkCase benchmark) => Ended(benchmark, success: true, ResultLine);

    public static BenchmarkReport EndedEarly(BenchmarkCase benchmark) => Ended(benchmark, success: false, ResultLine);

    public static BenchmarkReport WithoutMeasurement(BenchmarkCase benchmark) => Ended(benchmark, success: true);

    public static BenchmarkReport NotBuilt(BenchmarkCase benchmark)
    {
        var failed = BuildResult.Failure(GenerateResult.Success(artifactsPaths: null!, []), "error CS1591");
        return new BenchmarkReport(true, benchmark, failed, failed, [Executed([ResultLine])], []);
    }

    public static Summary Summary(BenchmarkReport[] reports, params ValidationError[] errors) => new(
        "title", [.. reports], HostEnvironmentInfo.GetCurrent(), resultsDirectoryPath: "", logFilePath: "",
        TimeSpan.Zero, CultureInfo.InvariantCulture, [.. errors], []);

    private static BenchmarkReport Ended(BenchmarkCase benchmark, bool success, params string[] lines)
    {
        var built = BuildResult.Success(GenerateResult.Success(artifactsPaths: null!, []));
        return new BenchmarkReport(success, benchmark, built, built, [Executed(lines)], []);
    }

    private static ExecuteResult Executed(string[] lines) =>
        new(foundExecutable: true, exitCode: 0, processId: 1, lines, prefixedLines: [], lines, launchIndex: 1);
}
