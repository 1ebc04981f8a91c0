using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class VariantTests
{
    [Theory]
    [InlineData("classic", "ClassicHandler")]
    [InlineData("async-local", "AsyncLocalHandler")]
    [InlineData("async-local-map", "AsyncLocalMapHandler")]
    [InlineData("no-id", "NoIdHandler")]
    public void The_handlers_name_is_the_variants_words_in_capitals(string name, string handlerTypeName) =>
        Assert.Equal(handlerTypeName, new Variant(name, "", VariantRole.Candidate, _ => null!).HandlerTypeName);
}
