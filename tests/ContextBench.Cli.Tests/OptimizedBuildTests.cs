using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class OptimizedBuildTests
{
    private const string Refusal = "run-bench: this is a Debug build, whose code is not optimized";

    // As the compiler marks what it builds for the configuration Debug.
    private static readonly Assembly Debug = Marked(
        DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations);

    private static readonly Assembly Release = Marked(
        DebuggableAttribute.DebuggingModes.IgnoreSymbolStoreSequencePoints);

    // Each is refused for another reason as well, and would end with that one: none of them ever measures.
    [Theory]
    [InlineData("--profile", "qick")]
    [InlineData("run", "--profile", "qick")]
    [InlineData("micro", "--", "--artifacts")]
    [InlineData("micro", "--artifacts")]
    [InlineData("calibrate", "--runs", "1")]
    [InlineData("sweep", "--slices", "x")]
    [InlineData("reproduce", "--launches", "3")]
    [InlineData("engines", "--launches", "1")]
    [InlineData("inspect", "classic", "nothing")]
    [InlineData("generator", "http://192.0.2.1/x")]
    [InlineData("launch")]
    [InlineData("inspected")]
    public async Task A_debug_build_refuses_to_measure_and_says_what_to_type(params string[] args)
    {
        var (exitCode, output, error) = await RunAsync(Debug, args);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Empty(output);
        Assert.StartsWith(Refusal, error, StringComparison.Ordinal);
        Assert.Contains("./run-bench.sh", error, StringComparison.Ordinal);
        Assert.Contains("'dotnet build Benchmarks.sln -c Release'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("report", "nowhere")]
    [InlineData("ledger", "nowhere")]
    public async Task A_debug_build_does_what_measures_nothing(params string[] args)
    {
        var (debug, release) = (await RunAsync(Debug, args), await RunAsync(Release, args));

        Assert.Equal(release, debug);
        Assert.DoesNotContain(Refusal, debug.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_build_goes_on_to_its_own_refusals()
    {
        var (_, _, error) = await RunAsync(Release, "run", "--profile", "qick");

        Assert.StartsWith("run-bench: --profile takes smoke, quick, full; got 'qick'", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        Assembly program, params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = await CommandLine.RunAsync(args, output, error, program);
        return (exitCode, output.ToString(), error.ToString());
    }

    private static AssemblyBuilder Marked(DebuggableAttribute.DebuggingModes modes)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Marked"), AssemblyBuilderAccess.RunAndCollect);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(DebuggableAttribute).GetConstructor([typeof(DebuggableAttribute.DebuggingModes)])!, [modes]));
        return assembly;
    }
}
