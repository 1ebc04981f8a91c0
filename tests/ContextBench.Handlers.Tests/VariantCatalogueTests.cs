using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class VariantCatalogueTests
{
    [Fact]
    public void Names_are_unique() => Assert.Distinct(VariantCatalogue.All.Select(variant => variant.Name));

    [Fact]
    public void Names_are_lower_case_words_joined_by_hyphens() =>
        Assert.All(VariantCatalogue.All, variant => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", variant.Name));

    [Fact]
    public void Every_variant_has_a_summary() =>
        Assert.All(VariantCatalogue.All, variant => Assert.False(string.IsNullOrWhiteSpace(variant.Summary)));

    [Fact]
    public void Classic_is_the_one_baseline()
    {
        var baseline = Assert.Single(VariantCatalogue.All, variant => variant.Role == VariantRole.Baseline);

        Assert.Equal("classic", baseline.Name);
        Assert.Same(baseline, VariantCatalogue.Baseline);
    }

    [Fact]
    public void There_is_one_control()
    {
        var control = Assert.Single(VariantCatalogue.All, variant => variant.Role == VariantRole.Control);

        Assert.Equal("control", control.Name);
        Assert.Same(control, VariantCatalogue.Control);
    }

    [Fact]
    public void There_is_a_candidate() =>
        Assert.Contains(VariantCatalogue.All, variant => variant.Role == VariantRole.Candidate);

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public void A_variant_is_found_by_its_name(string name)
    {
        Assert.Equal(name, VariantCatalogue.Find(name)?.Name);
        Assert.Equal(name, VariantCatalogue.Get(name).Name);
    }

    [Fact]
    public void An_unknown_name_is_not_found_and_named_where_it_has_to_be_there()
    {
        Assert.Null(VariantCatalogue.Find("clasic"));
        var exception = Assert.Throws<ArgumentException>(() => VariantCatalogue.Get("clasic"));
        Assert.Contains("'clasic'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_case_sensitive() => Assert.Null(VariantCatalogue.Find("Classic"));

    [Theory]
    [MemberData(nameof(EveryVariant.Names), MemberType = typeof(EveryVariant))]
    public void A_variant_creates_the_handler_that_is_named_for_it(string name)
    {
        using var services = new RequestServices(Workload.Article);
        var variant = VariantCatalogue.Get(name);

        Assert.Equal(variant.HandlerTypeName, variant.Create(services).GetType().Name);
    }

    [Fact]
    public void No_two_variants_are_handled_by_the_same_type()
    {
        using var services = new RequestServices(Workload.Article);

        Assert.Distinct(VariantCatalogue.All.Select(variant => variant.Create(services).GetType()));
    }

    [Fact]
    public void A_variant_with_a_dose_is_the_variant_with_something_added()
    {
        using var services = new RequestServices(Workload.Article, isDosed: true);
        var dosed = VariantCatalogue.Get("classic+0.66us");

        Assert.Equal(new Dose(WorkMicroseconds: 0.66), dosed.Dose);
        Assert.Equal(VariantRole.Candidate, dosed.Role);
        Assert.Equal("Dosed1Handler", dosed.HandlerTypeName); // the same source, compiled once more
        var handler = WorkingHandler.Unwrap(services.CreateHandlers(dosed, copies: 1)[0]);
        Assert.Equal("Dosed1Handler", handler.GetType().Name);
        Assert.Equal("AsyncLocalHandler", VariantCatalogue.Get("async-local+256B").HandlerTypeName);
        Assert.Equal(VariantRole.WithoutId, VariantCatalogue.Get("no-id+256B").Role);
    }

    [Fact]
    public void Each_arm_of_the_baseline_with_a_dose_has_a_compilation_of_its_own_by_the_order_of_creation()
    {
        string[] names = ["classic+3us", "async-local", "classic+1us", "classic", "classic+256B"];

        var variants = VariantCatalogue.GetAll(names);

        Assert.Equal(names, variants.Select(variant => variant.Name));
        Assert.Equal(
            ["Dosed1Handler", "AsyncLocalHandler", "Dosed2Handler", "ClassicHandler", "Dosed3Handler"],
            variants.Select(variant => variant.HandlerTypeName));
    }

    [Fact]
    public void More_doses_of_the_baseline_than_it_is_compiled_for_are_refused()
    {
        var names = Enumerable.Range(1, 10).Select(us => $"classic+{us}us").ToArray();

        Assert.Distinct(VariantCatalogue.GetAll(names[..9]).Select(variant => variant.HandlerTypeName));
        var refused = Assert.Throws<ArgumentException>(() => VariantCatalogue.GetAll(names));
        Assert.Contains(
            "10 arms of the baseline with a dose; 9 are compiled", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classic+0us", true)]
    [InlineData("classic", false)]
    public void A_dose_of_0_is_a_dose(string name, bool expected) => Assert.Equal(expected, Dose.IsIn(name));

    [Theory]
    [InlineData("classic+")]
    [InlineData("classic+3")]
    [InlineData("clasic+3us")]
    [InlineData("classic+1us+1us")]
    public void A_dose_that_cannot_be_read_makes_no_variant(string name) => Assert.Null(VariantCatalogue.Find(name));

    [Fact]
    public void Where_one_variant_has_a_dose_all_are_wrapped_alike()
    {
        using var host = new HandlerHost(
            Workload.Article, [VariantCatalogue.Baseline, VariantCatalogue.Get("classic+0.5%of88us")]);

        Assert.IsType<WorkingHandler>(host["classic"]);
        Assert.IsType<WorkingHandler>(host["classic+0.5%of88us"]);
    }
}
