using System.Text;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Targets;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class FairnessProofTests
{
    private static readonly StudyFacts Study = StudyCatalogue.Default.FactsOf("classic", "async-local", "no-id");

    private readonly Dictionary<string, string> _types =
        Study.Variants.ToDictionary(variant => variant.Name, variant => variant.Handler);
    private readonly VariantEvidence[] _evidence =
        [Evidence("[1] Start\n"), Evidence("[1] Start\n"), Evidence("Start\n")];

    [Fact]
    public void Equal_bytes_of_the_claimed_handlers_are_accepted() => FairnessProof.Check(Study, _types, _evidence);

    [Fact]
    public void A_variant_that_another_type_handles_is_refused()
    {
        _types["async-local"] = "ClassicHandler in control";

        Assert.Equal(
            "async-local is handled by ClassicHandler in control, not AsyncLocalHandler in async-local", Fault());
    }

    [Fact]
    public void A_variant_that_logs_other_bytes_is_refused()
    {
        _evidence[1] = Evidence("[2] Start\n");

        Assert.Equal("async-local logs other bytes than classic", Fault());
    }

    [Fact]
    public void A_variant_that_answers_other_bytes_is_refused()
    {
        _evidence[1] = Evidence("[1] Start\n", "HTTP/1.1 200 OK: 4");

        Assert.Equal("async-local answers other bytes than classic", Fault());
    }

    [Fact]
    public void A_variant_without_ids_has_to_log_the_baselines_lines_without_them()
    {
        _evidence[2] = Evidence("[1] Start\n");

        Assert.Equal("no-id logs other bytes than classic", Fault());
    }

    [Fact]
    public void A_baseline_that_logs_no_id_is_refused()
    {
        // The article's own mistake: its baseline logged no id at all.
        _evidence[0] = Evidence("Start\n");

        Assert.Equal("classic does not log its request id", Fault());
    }

    private string Fault() =>
        Assert.Throws<TargetFaultException>(() => FairnessProof.Check(Study, _types, _evidence)).Message;

    private static VariantEvidence Evidence(string log, string response = "HTTP/1.1 200 OK: 3") =>
        new([Encoding.UTF8.GetBytes(response)], Encoding.UTF8.GetBytes(log));
}
