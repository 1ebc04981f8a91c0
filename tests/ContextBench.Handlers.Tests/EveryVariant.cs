using ContextBench.Workloads;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Handlers.Tests;

/// <summary>The variants of every study as test data, so that a new one is tested the moment it is listed.</summary>
public static class EveryVariant
{
    /// <summary>Studies and their variants, by name.</summary>
    public static TheoryData<string, string> Names => new(
        from study in StudyCatalogue.All
        from variant in study.Variants
        select (study.Name, variant.Name));

    /// <summary>The same of the studies whose requests send emails.</summary>
    public static TheoryData<string, string> NamesOfEmails => new(
        from study in StudyCatalogue.All
        where study.Workload == EmailWorkload.Kind
        from variant in study.Variants
        select (study.Name, variant.Name));

    /// <summary>A host of all variants of a study.</summary>
    public static HandlerHost HostOf(string study, Workload workload) =>
        new(workload, StudyCatalogue.Get(study), StudyCatalogue.Get(study).Variants.Select(variant => variant.Name));
}
