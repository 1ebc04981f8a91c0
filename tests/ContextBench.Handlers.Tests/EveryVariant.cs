using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>The catalogue's variants as test data, so that a new variant is tested the moment it is listed.</summary>
public static class EveryVariant
{
    public static TheoryData<string> Names => [.. VariantCatalogue.All.Select(variant => variant.Name)];
}
