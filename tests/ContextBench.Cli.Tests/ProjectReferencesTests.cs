using System.Xml.Linq;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class ProjectReferencesTests
{
    // Handlers -> measurement -> observations on disk -> statistics -> reports: what may refer to what, and nothing
    // else. Measurement sees targets, and never a handler.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ContextBench.Context"] = [],
        ["ContextBench.Agent"] = [],
        ["ContextBench.Workloads"] = ["ContextBench.Agent"],
        ["ContextBench.Handlers"] = ["ContextBench.Context", "ContextBench.Workloads"],
        ["ContextBench.Load"] = [],
        ["ContextBench.Measurement"] = ["ContextBench.Agent", "ContextBench.Load"],
        ["ContextBench.Statistics"] = [],
        ["ContextBench.Analysis"] = ["ContextBench.Measurement", "ContextBench.Statistics"],
        ["ContextBench.Reporting"] = ["ContextBench.Analysis"],
        ["ContextBench.Server"] = ["ContextBench.Handlers"],
        ["ContextBench.Micro"] = ["ContextBench.Handlers"],
        ["ContextBench.NBomber"] = [],
        ["ContextBench.Targets"] = ["ContextBench.Measurement", "ContextBench.Server"],
        ["ContextBench.Cli"] = ["ContextBench.Reporting", "ContextBench.Targets"],
    };

    // Whoever else named one would have to be changed for the next kind of request.
    private static readonly string[] KnowEmails =
    [
        "ContextBench.Workloads", "ContextBench.Handlers", "ContextBench.Server",
        "ContextBench.NBomber", // sends bodies that it is given, and names its scenario for them
    ];

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
    public void Only_workloads_handlers_and_the_server_know_what_an_email_is()
    {
        // The reader of old runs is excepted: their files say what they sent.
        var found = Projects("src").Concat(Projects("bench"))
            .Where(project => !KnowEmails.Contains(Name(project)))
            .SelectMany(project => Directory.EnumerateFiles(
                Path.GetDirectoryName(project)!, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Where(file => Path.GetFileName(file) != "OldRuns.cs")
            .Where(file => File.ReadLines(file).Any(NamesAnEmail));

        Assert.Empty(found.Select(file => Path.GetRelativePath(Root, file)));
    }

    // Outside of comments, which may give it as an example.
    private static bool NamesAnEmail(string line) =>
        !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        && line.Split("//")[0].Contains("email", StringComparison.OrdinalIgnoreCase);

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
