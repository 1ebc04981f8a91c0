using ContextBench.Agent;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class VariantTests
{
    [Fact]
    public void A_variant_is_to_be_handled_by_its_class_in_a_context_named_for_it() =>
        Assert.Equal(
            "ClassicHandler in control",
            new Variant("control", "", VariantRole.Control, "Some.Namespace.ClassicHandler").Facts.Handler);

    [Theory]
    [InlineData(VariantRole.Baseline, VariantRole.Candidate)]
    [InlineData(VariantRole.Candidate, VariantRole.Candidate)]
    [InlineData(VariantRole.WithoutId, VariantRole.WithoutId)]
    public void With_a_known_cost_it_is_a_candidate_with_the_same_log_bytes(VariantRole role, VariantRole expected)
    {
        var injected = new Variant("it", "", role, "Its.Handler").With(new InjectedCost(WorkMicroseconds: 1), "it+1us");

        Assert.Equal(("it+1us", expected, "Its.Handler"), (injected.Name, injected.Role, injected.HandlerType));
        Assert.Equal("Handler in it+1us", injected.Facts.Handler);
    }
}
