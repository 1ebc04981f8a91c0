using ContextBench.Agent;
using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class StudyCatalogueTests
{
    public static TheoryData<string> Studies => [.. StudyCatalogue.All.Select(study => study.Name)];

    [Fact]
    public void Names_are_unique() => Assert.Distinct(StudyCatalogue.All.Select(study => study.Name));

    [Fact]
    public void A_study_is_found_by_its_name_and_an_unknown_one_is_named()
    {
        Assert.Same(StudyCatalogue.Default, StudyCatalogue.Get("lines"));
        var exception = Assert.Throws<ArgumentException>(() => StudyCatalogue.Get("lins"));
        Assert.Contains("'lins'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void Variants_have_distinct_names_of_lower_case_words_and_a_summary(string name)
    {
        var study = StudyCatalogue.Get(name);

        Assert.Distinct(study.Variants.Select(variant => variant.Name));
        Assert.All(study.Variants, variant => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", variant.Name));
        Assert.All(study.Variants, variant => Assert.False(string.IsNullOrWhiteSpace(variant.Summary)));
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_has_one_baseline_one_control_of_the_same_code_and_a_candidate(string name)
    {
        var study = StudyCatalogue.Get(name);

        Assert.Single(study.Variants, variant => variant.Role == VariantRole.Baseline);
        Assert.Single(study.Variants, variant => variant.Role == VariantRole.Control);
        Assert.Equal(study.Baseline.HandlerType, study.Control.HandlerType);
        Assert.Equal("control", study.Control.Name); // what published runs are searched for
        Assert.Contains(study.Variants, variant => variant.Role == VariantRole.Candidate);
    }

    [Fact]
    public void Classic_is_the_baseline_of_the_suites_own_lines() =>
        Assert.Equal("classic", StudyCatalogue.Default.Baseline.Name);

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public void A_variant_is_found_by_its_name(string study, string name)
    {
        Assert.Equal(name, StudyCatalogue.Get(study).Find(name)?.Name);
        Assert.Equal(name, StudyCatalogue.Get(study).Get(name).Name);
    }

    [Fact]
    public void An_unknown_name_is_not_found_and_named_where_it_has_to_be_there()
    {
        Assert.Null(StudyCatalogue.Default.Find("clasic"));
        var exception = Assert.Throws<ArgumentException>(() => StudyCatalogue.Default.Get("clasic"));
        Assert.Contains("'clasic'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_case_sensitive() => Assert.Null(StudyCatalogue.Default.Find("Classic"));

    [Fact]
    public void A_variant_with_an_injected_cost_is_the_variant_with_something_added()
    {
        var injected = StudyCatalogue.Default.Get("classic+0.66us");

        Assert.Equal(new InjectedCost(WorkMicroseconds: 0.66), injected.InjectedCost);
        Assert.Equal(VariantRole.Candidate, injected.Role);
        Assert.Equal("ClassicHandler in classic+0.66us", injected.Facts.Handler); // the same code, loaded once more
        Assert.Equal(VariantRole.WithoutId, StudyCatalogue.Default.Get("no-id+256B").Role);
    }

    [Theory]
    [InlineData("classic+0us", true)]
    [InlineData("classic", false)]
    public void An_injected_cost_of_0_is_an_injected_cost(string name, bool expected) =>
        Assert.Equal(expected, InjectedCost.IsIn(name));

    [Theory]
    [InlineData("classic+")]
    [InlineData("classic+3")]
    [InlineData("clasic+3us")]
    [InlineData("classic+1us+1us")]
    public void An_injected_cost_that_cannot_be_read_makes_no_variant(string name) =>
        Assert.Null(StudyCatalogue.Default.Find(name));
}
