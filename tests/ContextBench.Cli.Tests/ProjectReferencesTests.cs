using System.Xml.Linq;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class ProjectReferencesTests
{
    // Handlers -> measurement -> observations on disk -> statistics -> reports: what may refer to what, and nothing
    // else.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ContextBench.Context"] = [],
        ["ContextBench.Handlers"] = ["ContextBench.Context"],
        ["ContextBench.Measurement"] = ["ContextBench.Handlers"],
        ["ContextBench.Statistics"] = [],
        ["ContextBench.Reporting"] = ["ContextBench.Measurement", "ContextBench.Statistics"],
        ["ContextBench.Server"] = ["ContextBench.Handlers"],
        ["ContextBench.Micro"] = ["ContextBench.Handlers"],
        ["ContextBench.NBomber"] = [],
        ["ContextBench.Cli"] = ["ContextBench.Measurement", "ContextBench.Reporting", "ContextBench.Server"],
    };

    private static readonly string Root = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    [Fact]
    public void Every_project_refers_to_what_the_flow_of_data_allows_and_to_nothing_else()
    {
        var found = Projects("src").Concat(Projects("bench")).ToDictionary(Name, References);

        Assert.Equal(Allowed.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(Allowed[project.Key].Order(), project.Value.Order()));
    }

    [Fact]
    public void The_context_that_a_team_would_copy_depends_on_no_package() =>
        Assert.Empty(
            XDocument.Load(Projects("src").Single(file => Name(file) == "ContextBench.Context"))
                .Descendants("PackageReference"));

    [Fact]
    public void Tests_mirror_src_and_bench()
    {
        var tested = Projects("tests").Select(Name).Select(name => name[..^".Tests".Length]);

        // NBomber cannot be restored everywhere, so its project is outside of the solution; what it prints is tested.
        Assert.Equal(Allowed.Keys.Except(["ContextBench.NBomber"]).Order(), tested.Order());
    }

    private static IEnumerable<string> Projects(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains(
                $"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    // A reference without its assembly only builds a program that is started as a process.
    private static string[] References(string file) =>
        [.. XDocument.Load(file).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Name(((string)reference.Attribute("Include")!).Replace('\\', '/')))];
}
