using System.Text;
using ContextBench.Agent;
using ContextBench.Analysis.Reproduction;
using ContextBench.Cli.Reproduction;
using ContextBench.Handlers;
using ContextBench.Handlers.Node;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Servers;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Plans;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Now;
using Xunit;

namespace ContextBench.Cli.Tests.Reproduction;

/// <summary>The article's application on Node.js, held against itself and against the C# handlers.</summary>
public sealed class NodeFairnessTests
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    [Theory]
    [InlineData("14.0.0", "lines", 0)]
    [InlineData("14.0.0", "lines", 5)]
    [InlineData("14.0.0", "now", 13)]
    [InlineData("24", "lines", 0)]
    [InlineData("24", "now", 13)]
    public async Task The_article_s_variants_pass_the_fairness_check_and_answer_and_log_as_the_c_sharp_ones_do(
        string version, string study, int depth)
    {
        var node = await NodeAsync(version);
        var server = new ServerProgram(Path.Combine(Layout.NodeReference, "server.js"), node.Program);
        var dotnet = StudyCatalogue.Get(study);
        var workload = dotnet.Workload.Default with { Depth = depth, WorkMicroseconds = 5 };
        var variants = study == "now" ? NodeStudy.Now : NodeStudy.Lines;

        var onNode = await ProveAsync(PlanOf("express", server, variants, workload));
        FairnessProof.Check(variants, onNode.Handlers, onNode.Evidence);

        var onDotnet = await ProveAsync(
            PlanOf("kestrel", Layout.Server, dotnet.FactsOf("classic", "no-id"), workload));
        var (classic, noId) = (onNode.Evidence[0], onNode.Evidence[^1]);
        Assert.Equal(Encoding.UTF8.GetString(onDotnet.Evidence[0].Log), Encoding.UTF8.GetString(classic.Log));
        Assert.Equal(Encoding.UTF8.GetString(onDotnet.Evidence[1].Log), Encoding.UTF8.GetString(noId.Log));
        Assert.Equal(BodyOf(onDotnet.Evidence[0]), BodyOf(classic));
        Assert.All(
            new[] { classic, onDotnet.Evidence[0] },
            evidence => Assert.Contains(
                "Content-Type: application/json; charset=utf-8", HeadOf(evidence), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_launch_on_node_counts_no_allocations_since_node_does_not_tell_them()
    {
        var node = await NodeAsync("24");
        var plan = PlanOf(
            "express", new ServerProgram(Path.Combine(Layout.NodeReference, "server.js"), node.Program),
            NodeStudy.Lines.Only("classic", "control", "als"), EmailWorkload.Article with { WorkMicroseconds = 5 });
        var random = new Random(plan.Seed);
        var order = LaunchOrder.Draw(plan.Study.Names.Count, random);
        await using var tier = ApartTarget.Start(plan, order);

        var record = await new Launch(plan, order, tier, random, _ => { }).RunAsync();

        Assert.Null(record.Runtime);
        Assert.Empty(record.Allocations);
        Assert.True(record.SliceCpuNs > 0);
    }

    [Theory]
    [InlineData("14.0.0")]
    [InlineData("24")]
    public async Task Every_variant_makes_the_same_promises_and_each_nested_method_two_under_a_hook(string version)
    {
        var node = await NodeAsync(version);
        var server = new ServerProgram(Path.Combine(Layout.NodeReference, "server.js"), node.Program);

        async Task<double> CountAsync(int depth) => await PromiseCount.OfRequestAsync(
            PlanOf("express", server, NodeStudy.Now, NowWorkload.Kind.Default with { Depth = depth }));

        var (flat, deep) = (await CountAsync(0), await CountAsync(18));

        Assert.Equal(2 * 18, deep - flat);
        Assert.InRange(deep, Article.Promises - 3, Article.Promises + 3); // the reproduction's own depth
    }

    [Fact]
    public async Task Extra_work_can_be_changed_where_there_is_some_and_requests_are_answered_as_before()
    {
        var node = await NodeAsync("14.0.0");
        var plan = PlanOf(
            "express", new ServerProgram(Path.Combine(Layout.NodeReference, "server.js"), node.Program),
            NodeStudy.Now.Only("classic", "control", "als"), new NowWorkload(5, SinkKind.Null));
        await using var tier = ApartTarget.Start(plan, LaunchOrder.Draw(3, new Random(1)));
        for (var variant = 0; variant < 3; variant++)
            await tier.ProveAsync(variant, FairnessProof.Operations);

        await tier.SetWorkAsync(12.5);

        for (var variant = 0; variant < 3; variant++)
            Assert.True((await tier.RunSliceAsync(variant, 8)).ElapsedNs > 0);
    }

    private static LaunchPlan PlanOf(string tier, ServerProgram server, StudyFacts study, Workload workload)
    {
        var plan = ShortLaunch.Of(tier, study);
        return plan with
        {
            Run = plan.Run with
            {
                Workload = workload.Facts,
                Body = workload.Body,
                Load = new LoadPlan { Residency = Residency.Apart },
            },
            Body = workload.Body,
            Tier = plan.Tier with { SliceOperations = 32, Connections = 2 },
            Server = server,
        };
    }

    private static async Task<NodeRuntime> NodeAsync(string version)
    {
        var installation = new NodeInstallation(
            Layout.NodeReference, _ => { }, TestContext.Current.CancellationToken);
        try
        {
            await installation.RequireApplicationAsync();
            return await installation.RequireNodeAsync(version);
        }
        catch (ProgramMissingException exception)
        {
            Assert.Skip($"Node.js {version} cannot be had here: {exception.Message}");
            throw;
        }
    }

    private static async Task<(IReadOnlyDictionary<string, string> Handlers, VariantEvidence[] Evidence)>
        ProveAsync(LaunchPlan plan)
    {
        await using var tier = ApartTarget.Start(plan, LaunchOrder.Draw(plan.Study.Names.Count, new Random(plan.Seed)));
        var evidence = new VariantEvidence[plan.Study.Names.Count];
        for (var variant = 0; variant < evidence.Length; variant++)
            evidence[variant] = await tier.ProveAsync(variant, FairnessProof.Operations);
        return (tier.Handlers, evidence);
    }

    private static string HeadOf(VariantEvidence evidence) => Parts(evidence)[0];

    private static string BodyOf(VariantEvidence evidence) => Parts(evidence)[1];

    private static string[] Parts(VariantEvidence evidence) =>
        Encoding.UTF8.GetString(evidence.Responses[0]).Split("\r\n\r\n", 2);
}
