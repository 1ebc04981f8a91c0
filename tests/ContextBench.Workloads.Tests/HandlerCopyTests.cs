using System.Runtime.Loader;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class HandlerCopyTests
{
    private static readonly Study Lines = StudyCatalogue.Default;

    [Theory]
    [InlineData("classic")]
    [InlineData("control")]
    [InlineData("async-local-map")]
    [InlineData("classic+0.66us")]
    public void Every_copy_of_a_variant_is_a_type_of_its_own_with_the_variants_identity(string name)
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var variant = Lines.Get(name);

        var handlers = Enumerable.Range(0, HandlerCopy.MostCopies)
            .Select(_ => HandlerCopy.Create(Lines.Assembly, variant, services)).ToArray();

        Assert.Distinct(handlers.Select(handler => handler.GetType()));
        Assert.All(handlers, handler => Assert.Equal(variant.Facts.Handler, HandlerCopy.IdentityOf(handler)));
    }

    [Fact]
    public void The_control_runs_the_very_code_of_the_baseline_in_a_context_of_its_own()
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var classic = HandlerCopy.Create(Lines.Assembly, Lines.Baseline, services).GetType();
        var control = HandlerCopy.Create(Lines.Assembly, Lines.Control, services).GetType();

        Assert.NotEqual(classic.TypeHandle, control.TypeHandle);
        Assert.Equal(classic.FullName, control.FullName);
        Assert.Equal(classic.Assembly.Location, control.Assembly.Location);
        Assert.Equal(classic.Module.ModuleVersionId, control.Module.ModuleVersionId);
    }

    [Fact]
    public void Contexts_are_never_collectible_since_their_code_would_be_compiled_once_and_without_tiers()
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var handler = HandlerCopy.Create(Lines.Assembly, Lines.Baseline, services);

        var context = AssemblyLoadContext.GetLoadContext(handler.GetType().Assembly)!;

        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.False(context.IsCollectible);
    }

    [Fact]
    public void All_that_handlers_share_is_loaded_once()
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var handlers = new[] { "classic", "async-local" }
            .Select(name => HandlerCopy.Create(Lines.Assembly, Lines.Get(name), services)).ToArray();

        Assert.Single(handlers.Select(handler => handler.GetType().BaseType).Distinct());
    }

    [Fact]
    public async Task Every_copy_writes_the_same_lines()
    {
        using var host = new HandlerHost(
            EmailWorkload.Article, Lines, ["async-local"],
            new HostSettings { Copies = HandlerCopy.MostCopies });
        var logs = new HashSet<string>();
        for (var copy = 0; copy < HandlerCopy.MostCopies; copy++)
        {
            host.StartProof();
            await host["async-local", copy].HandleAsync(EmailWorkload.Article.CreateRequest());
            logs.Add(Convert.ToBase64String(host.EndProof()));
        }

        Assert.Single(logs);
    }

    [Fact]
    public void A_handler_that_is_not_there_or_cannot_be_created_is_named()
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var missing = new Variant("it", "", VariantRole.Candidate, "No.Such.Handler");
        var study = TestHandlers.StudyOf(("it", typeof(TestHandlers.WithoutCreate)));

        Assert.Contains(
            "No.Such.Handler",
            Assert.Throws<TypeLoadException>(() => HandlerCopy.Create(Lines.Assembly, missing, services)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has no method Create(RequestServices)",
            Assert.Throws<TypeLoadException>(
                () => HandlerCopy.Create(study.Assembly, study.Variants[0], services)).Message,
            StringComparison.Ordinal);
    }
}
