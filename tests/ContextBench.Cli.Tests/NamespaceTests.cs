using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Xunit;
using Assembly = System.Reflection.Assembly;

namespace ContextBench.Cli.Tests;

public sealed class NamespaceTests
{
    public static TheoryData<string> Projects =>
    [
        "ContextBench.Context", "ContextBench.Agent", "ContextBench.Workloads", "ContextBench.Handlers",
        "ContextBench.Load", "ContextBench.Measurement", "ContextBench.Statistics", "ContextBench.Analysis",
        "ContextBench.Reporting", "ContextBench.Server", "ContextBench.Targets", "ContextBench.Cli",
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_namespaces_of_a_project_depend_on_each_other_in_a_ring(string project)
    {
        var architecture = new ArchLoader().LoadAssembly(Assembly.Load(project)).Build();

        var rings = SliceRuleDefinition.Slices().Matching($"{project}.(**)").Should().BeFreeOfCycles()
            .Evaluate(architecture).Where(result => !result.Passed);

        Assert.Empty(rings.Select(ring => ring.Description));
    }

    [Fact]
    public void Renderers_know_no_page()
    {
        const string Renderers = "ContextBench.Reporting.Documents";
        var architecture = new ArchLoader().LoadAssembly(Assembly.Load("ContextBench.Reporting")).Build();

        var known = architecture.Types.Where(type => type.Namespace.FullName == Renderers).ToArray();

        Assert.NotEmpty(known);
        Assert.All(
            known.SelectMany(type => type.Dependencies).Select(dependency => dependency.Target.FullName)
                .Where(name => name.StartsWith("ContextBench.Reporting.", StringComparison.Ordinal)),
            name => Assert.StartsWith(Renderers, name, StringComparison.Ordinal));
    }
}
