using System.Diagnostics;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>MSBuild makes a property of every environment variable: those that builds here get to see.</summary>
public sealed class BuildEnvironmentTests : IDisposable
{
    private static readonly string[] Properties =
    [
        "PLATFORM", "Platform", "Configuration", "configuration", "OutputPath", "BaseOutputPath", "OUTDIR",
        "TargetFramework", "AssemblyName", "CustomBeforeMicrosoftCommonProps", "MSBuildSDKsPath",
        "BaseIntermediateOutputPath", "Version", "DefineConstants", "Optimize", "DebugType", "NuGetAudit", "GIT_DIR",
    ];

    private static readonly string[] Needed =
    [
        "HOME", "USER", "TMPDIR", "TMP", "TEMP", "LANG", "LC_ALL", "LC_TIME", "XDG_DATA_HOME", "TERM", "CI",
        "DOTNET_CLI_HOME", "DOTNET_TieredPGO", "COMPlus_gcServer", "NUGET_PACKAGES",
        "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS", "SSL_CERT_FILE", "SSL_CERT_DIR", "http_proxy", "HTTPS_PROXY", "no_proxy",
        "ALL_PROXY", "NBomberVersion", "CONTEXTBENCH_NBOMBER_SOURCE",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Theory]
    [InlineData(Scripts.Shell)]
    [InlineData(Scripts.PowerShell)]
    public async Task A_script_lets_its_build_see_what_the_programs_own_builds_see(string script)
    {
        Assert.SkipUnless(Scripts.HasShell, "the dotnet that notes what it sees is a shell's");
        using var dotnet = new NotingDotnet();
        using var variables = Set([.. Properties, .. Needed]);

        var (exitCode, _) = await Scripts.RunAsync(script, "list");

        Assert.Equal(0, exitCode);
        Assert.Empty(dotnet.Seen.Intersect(Properties));
        Assert.Empty(Needed.Append("PATH").Except(dotnet.Seen));
        Assert.Equal(Kept(), dotnet.Seen);
    }

    [Theory]
    [InlineData(Scripts.Shell)]
    [InlineData(Scripts.PowerShell)]
    public async Task A_script_builds_where_it_starts_whatever_the_environment_calls_the_output(string script)
    {
        Assert.SkipUnless(Scripts.HasShell, "run-bench.sh needs a shell");
        using var variables = new EnvironmentChange(
            ("OutputPath", _folder), ("BaseOutputPath", _folder), ("PLATFORM", "x64"), ("AssemblyName", "Other"),
            ("TargetFramework", "net8.0"), ("Configuration", "Debug"));

        var (exitCode, output) = await Scripts.RunAsync(script, "list");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("study\tlines", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Nbomber_is_built_from_its_own_properties_and_not_those_of_the_environment()
    {
        // A build that fails, and says in its error which properties it sees.
        var project = Path.Combine(_folder, "Properties.csproj");
        await File.WriteAllTextAsync(
            project,
            """
            <Project DefaultTargets="Build">
              <Target Name="Restore" />
              <Target Name="Build">
                <Error Code="SEEN" Text="$(NBomberVersion) $(Platform)|$(OutputPath)" />
              </Target>
            </Project>
            """,
            TestContext.Current.CancellationToken);
        using var variables = new EnvironmentChange(
            ("NBomberVersion", "6.0.0"), ("PLATFORM", "x64"), ("OutputPath", _folder));

        var exception = await Assert.ThrowsAsync<ProgramMissingException>(
            () => new NBomberProgram(project, "none.dll").RequireAsync(TestContext.Current.CancellationToken));

        Assert.Contains("(SEEN: 6.0.0 |)", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Those that are set already keep their values, and some have to be a folder.
    private EnvironmentChange Set(string[] names) =>
        new([.. names.Select(name => (name, Environment.GetEnvironmentVariable(name) ?? _folder))!]);

    private static string[] Kept()
    {
        var start = new ProcessStartInfo("any");
        BuildVariables.KeepIn(start);
        return [.. start.Environment.Keys.Order()];
    }
}
