using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>The scripts find their checkout however they are called.</summary>
public sealed class ScriptPlaceTests : IDisposable
{
    private const string SkipReason = "the dotnet that notes where it builds is a shell's";

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Theory]
    [InlineData(Scripts.Shell)]
    [InlineData(Scripts.PowerShell)]
    public Task Through_a_symbolic_link_in_another_folder(string script) =>
        AssertFindsItsCheckoutAsync(Link("bin/" + script, Path.Combine(Scripts.Root, script)));

    [Theory]
    [InlineData(Scripts.Shell)]
    [InlineData(Scripts.PowerShell)]
    public Task Through_a_relative_link(string script) => AssertFindsItsCheckoutAsync(
        Link("bin/" + script, Path.GetRelativePath(Path.Combine(_folder, "bin"), Path.Combine(Scripts.Root, script))));

    [Theory]
    [InlineData(Scripts.Shell)]
    [InlineData(Scripts.PowerShell)]
    public Task Through_a_relative_link_to_a_link_of_another_name(string script)
    {
        Link("deep/er/one" + Path.GetExtension(script), Path.Combine(Scripts.Root, script));
        return AssertFindsItsCheckoutAsync(
            Link("bin/other" + Path.GetExtension(script), "../deep/er/one" + Path.GetExtension(script)));
    }

    [Fact]
    public async Task With_a_search_path_for_cd_that_finds_this_folder_or_another_of_its_name()
    {
        Assert.SkipUnless(Scripts.HasShell, SkipReason);
        var (parent, name) = (Path.GetDirectoryName(Scripts.Root)!, Path.GetFileName(Scripts.Root));
        Directory.CreateDirectory(Path.Combine(_folder, name));
        foreach (var searchPath in new[] { ".:..", _folder })
        {
            using var dotnet = new NotingDotnet();
            using var variables = new EnvironmentChange(("CDPATH", searchPath));

            var (exitCode, _) = await Scripts.RunShellAsync($"{name}/{Scripts.Shell}", parent, "list");

            Assert.Equal(0, exitCode);
            Assert.Equal(Scripts.Root, dotnet.BuiltIn);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task AssertFindsItsCheckoutAsync(string link)
    {
        Assert.SkipUnless(Scripts.HasShell, SkipReason);
        using var dotnet = new NotingDotnet();

        var (exitCode, _) = await Scripts.RunAsync(link, "list");

        Assert.Equal(0, exitCode);
        Assert.Equal(Scripts.Root, dotnet.BuiltIn);
        Assert.Equal(
            Path.Combine(Scripts.Root, "bench/ContextBench.Cli/bin/Release/net10.0/ContextBench.Cli.dll"),
            dotnet.Started);
    }

    private string Link(string name, string target)
    {
        var link = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return link;
    }
}
