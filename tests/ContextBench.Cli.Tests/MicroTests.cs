using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class MicroTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public async Task The_table_is_of_the_folder_asked_for_and_the_builds_are_immune_to_properties_in_the_environment()
    {
        var targets = Path.Combine(_folder, "fail.targets");
        await File.WriteAllTextAsync(
            targets,
            """<Project><Target Name="Fail" BeforeTargets="CoreCompile"><Error Text="seen" /></Target></Project>""",
            TestContext.Current.CancellationToken);
        using var variables = new EnvironmentChange(
            ("CustomBeforeMicrosoftCommonTargets", targets), ("PLATFORM", "x64"));
        using var cli = new CliProcess(
            "micro", "--", "-a", Path.Combine(_folder, "mine"), "--filter", "*ContextReadBenchmarks.BareRead",
            "--launchCount", "1", "--warmupCount", "1", "--iterationCount", "1", "--invocationCount", "16",
            "--unrollFactor", "16");

        var (exitCode, printed) = await cli.EndAsync();

        Assert.True(exitCode == 0, printed + cli.Error);
        Assert.Contains("\nmicro: ContextReadBenchmarks\n\n  benchmark ", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/default")]
    [InlineData("/mine", "--artifacts", "/mine")]
    [InlineData("/mine", "--artifacts=/mine", "--filter", "*")]
    [InlineData("/mine", "--filter", "*", "-a", "/mine")]
    [InlineData("/last", "-a", "/mine", "--Artifacts", "/last")]
    public void The_folder_that_is_read_is_the_one_that_is_used(string expected, params string[] arguments)
    {
        var all = MicroArtifacts.DefaultTo("/default", arguments);

        Assert.Equal(Path.GetFullPath(expected), MicroArtifacts.FolderOf(all));
    }

    [Fact]
    public async Task An_option_for_the_folder_without_one_is_refused()
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync("micro", "--", "--artifacts");

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("run-bench: --artifacts names no folder\n", error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
