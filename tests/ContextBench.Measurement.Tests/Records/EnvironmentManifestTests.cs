using System.Text.Json.Nodes;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Measurement.Tests.Records;

public sealed class EnvironmentManifestTests
{
    private static readonly RunPlan Plan = new()
    {
        Profile = "quick",
        Tiers = [],
        Study = StudyCatalogue.Default.FactsOf("classic"),
        Workload = EmailWorkload.Article.Facts,
        Body = EmailWorkload.Article.Body,
        MarginPercent = 1,
        Seed = 7,
        Reproduce = "./run-bench.sh run --seed 7",
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var manifest = Observe();

        Assert.Equal(manifest.ToJson(), EnvironmentManifest.FromJson(manifest.ToJson()).ToJson());
    }

    [Fact]
    public void A_manifest_of_an_old_run_has_the_roles_and_the_words_that_its_names_stood_for()
    {
        var old = (JsonObject)JsonNode.Parse(Observe().ToJson())!;
        var plan = (JsonObject)old["plan"]!;
        plan.Remove("study");
        plan["variants"] = new JsonArray("classic", "control", "async-local", "no-id", "classic+1us", "no-id+64B");
        plan["workload"] = new JsonObject
        {
            ["emails"] = 20,
            ["send"] = "sync",
            ["workMicroseconds"] = 0,
            ["sink"] = "null",
        };

        var read = EnvironmentManifest.FromJson(old.ToJsonString()).Plan;

        Assert.Equal(("lines", "classic", "control"), (read.Study.Name, read.Study.Baseline, read.Study.Control));
        Assert.Equal(
            [
                VariantRole.Baseline, VariantRole.Control, VariantRole.Candidate, VariantRole.WithoutId,
                VariantRole.Candidate, VariantRole.WithoutId,
            ],
            read.Study.Variants.Select(variant => variant.Role));
        Assert.Equal("a string in an AsyncLocal", read.Study.Find("async-local")!.Summary);
        Assert.Equal("20 emails (21 log lines), sync send", read.Workload.Summary);
        Assert.Equal((EmailWorkload.Article with { Emails = 20, Send = SendMode.Sync }).Facts, read.Workload);
        Assert.Equal("emails=20 send=sync work-us=0 sink=null", read.Workload.Describe());
    }

    [Fact]
    public void A_manifest_of_node_is_of_its_own_study()
    {
        var old = (JsonObject)JsonNode.Parse(Observe().ToJson())!;
        var plan = (JsonObject)old["plan"]!;
        plan.Remove("study");
        plan["variants"] = new JsonArray("classic", "control", "als", "no-id");

        var study = EnvironmentManifest.FromJson(old.ToJsonString()).Plan.Study;

        Assert.Equal("node", study.Name);
        Assert.Equal(VariantRole.Candidate, study.Find("als")!.Role);
    }

    [Fact]
    public void The_machine_is_named_by_its_kind_and_never_by_its_host()
    {
        var manifest = Observe() with { Cpu = "AMD EPYC 7B13 64-Core Processor", Processors = 2 };

        Assert.Equal("amd-epyc-7b13-2c", manifest.MachineName());
        Assert.DoesNotContain(Environment.MachineName + "\"", manifest.ToJson(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_runtime_is_named_by_its_major_version() =>
        Assert.Equal("dotnet-10", (Observe() with { Runtime = ".NET 10.0.12" }).RuntimeName());

    [Fact]
    public void Of_a_variable_that_holds_a_path_the_name_alone_is_recorded()
    {
        const string path = "DOTNET_GCPath_OF_THIS_TEST";
        const string number = "DOTNET_GCNumber_OF_THIS_TEST";
        Environment.SetEnvironmentVariable(path, "/srv/secret/libgc.so");
        Environment.SetEnvironmentVariable(number, "0x10");
        try
        {
            var manifest = Observe();

            Assert.Equal("(not recorded)", manifest.RuntimeVariables[path]);
            Assert.Equal("0x10", manifest.RuntimeVariables[number]);
            Assert.DoesNotContain("secret", manifest.ToJson(), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(path, null);
            Environment.SetEnvironmentVariable(number, null);
        }
    }

    [Fact]
    public void A_variable_that_reaches_no_measured_process_is_not_recorded()
    {
        const string attached = "DOTNET_EventPipe_OF_THIS_TEST";
        Environment.SetEnvironmentVariable(attached, "1");
        try
        {
            Assert.DoesNotContain(attached, Observe().RuntimeVariables.Keys);
        }
        finally
        {
            Environment.SetEnvironmentVariable(attached, null);
        }
    }

    private static EnvironmentManifest Observe() =>
        EnvironmentManifest.Observe(Plan, new ProcessorPlan(0, 1), "abc1234", TimeProvider.System);
}
