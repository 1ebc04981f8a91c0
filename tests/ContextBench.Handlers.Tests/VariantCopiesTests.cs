using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class VariantCopiesTests
{
    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    [InlineData("classic+0.66us")]
    public void Every_compilation_of_a_variant_is_a_type_of_its_own_with_the_variants_name(string name)
    {
        using var services = new RequestServices(Workload.Article);
        var variant = VariantCatalogue.Get(name);

        var handlers = services.CreateHandlers(variant, VariantCopies.Count);
        var types = handlers.Select(handler => handler.GetType()).ToArray();

        Assert.Equal(16, types.Length);
        Assert.Distinct(types);
        Assert.All(types, type => Assert.Equal(variant.HandlerTypeName, type.Name));
    }

    [Fact]
    public async Task Every_compilation_writes_the_same_lines()
    {
        using var host = new HandlerHost(
            Workload.Article, VariantCatalogue.All, copies: VariantCopies.Count);
        var logs = new HashSet<string>();
        for (var copy = 0; copy < VariantCopies.Count; copy++)
        {
            host.StartProof();
            await host["async-local", copy].HandleAsync(Workload.Article.CreateRequest());
            logs.Add(Convert.ToBase64String(host.EndProof()));
        }

        Assert.Single(logs);
    }

    [Fact]
    public void A_compilation_that_there_is_not_is_refused()
    {
        using var services = new RequestServices(Workload.Article);

        Assert.Throws<ArgumentOutOfRangeException>(
            () => services.CreateHandlers(VariantCatalogue.Baseline, VariantCopies.Count + 1));
    }
}
