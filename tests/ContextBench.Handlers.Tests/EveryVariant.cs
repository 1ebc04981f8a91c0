using ContextBench.Workloads;
using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>
/// The default study's variants as test data, so that a new variant is tested the moment it is listed.
/// </summary>
public static class EveryVariant
{
    public static TheoryData<string> Names => [.. StudyCatalogue.Default.Variants.Select(variant => variant.Name)];

    /// <summary>A host of all of them.</summary>
    public static HandlerHost HostOf(Workload workload) =>
        new(workload, StudyCatalogue.Default, StudyCatalogue.Default.Variants.Select(variant => variant.Name));
}
