using System.Diagnostics;
using System.Runtime.CompilerServices;
using Xunit;

namespace ContextBench.Context.Tests;

/// <summary>A team copies the file into a project of its own, whatever that project's settings are.</summary>
public sealed class CopiedFileTests : IDisposable
{
    // C# 10 is what .NET 6 had: the oldest with the file-scoped namespace that the files are in.
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>10</LangVersion>
            <ImplicitUsings>disable</ImplicitUsings>
            <Nullable>disable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
          </PropertyGroup>
        </Project>
        """;

    private const string NoSources = "<configuration><packageSources><clear/></packageSources></configuration>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("contextbench-copied-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("AmbientStore.cs")]
    [InlineData("AmbientStore.cs", "AmbientMap.cs")]
    public async Task It_compiles_without_a_warning_in_a_project_without_implicit_usings_and_nullable(
        params string[] files)
    {
        Write("Copied.csproj", Project);
        Write("nuget.config", NoSources);
        // MSBuild looks for these in every folder above: here its search ends.
        Write("Directory.Build.props", "<Project/>");
        Write("Directory.Build.targets", "<Project/>");
        Write("Directory.Packages.props", "<Project/>");
        Write(".editorconfig", "root = true");
        foreach (var file in files)
            File.Copy(Path.Combine(SourceFolder(), file), Path.Combine(_folder.FullName, file));

        var (exitCode, output) = await BuildAsync();

        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.DoesNotContain("error", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "bin", "Copied.dll")));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } known
            ? known
            : "dotnet";
        // No build server and no compiler server: nothing may be left running.
        var start = new ProcessStartInfo(
            host,
            [
                "build", "Copied.csproj", "-o", "bin", "-nologo", "-v", "quiet", "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
            ])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // 'dotnet test' tells the tests about its own MSBuild, which is none of this build's.
        foreach (var name in start.Environment.Keys.Where(
            name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var build = Process.Start(start)!;
        var error = build.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, output + await error);
    }

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.Combine(
        Path.GetDirectoryName(thisFile)!, "..", "..", "src", "ContextBench.Context");
}
