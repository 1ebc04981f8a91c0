using System.Text;
using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class HandlerHostTests
{
    [Fact]
    public void It_hosts_the_variants_given_and_no_other()
    {
        using var host = new HandlerHost(
            Workload.Article, [VariantCatalogue.Get("no-id"), VariantCatalogue.Get("classic")]);

        Assert.NotNull(host["no-id"]);
        Assert.NotNull(host["classic"]);
        Assert.Throws<KeyNotFoundException>(() => host["async-local"]);
    }

    [Fact]
    public void It_creates_the_handlers_in_the_order_given()
    {
        var created = new List<string>();
        Variant Recorded(string name) => new(name, "", VariantRole.Candidate, services =>
        {
            created.Add(name);
            return VariantCatalogue.Baseline.Create(services);
        });

        using var host = new HandlerHost(Workload.Article, [Recorded("c"), Recorded("a"), Recorded("b")]);

        Assert.Equal(["c", "a", "b"], created);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_handler_types_are_the_variants_own_with_and_without_extra_work(double workMicroseconds)
    {
        using var host = new HandlerHost(
            Workload.Article with { WorkMicroseconds = workMicroseconds }, VariantCatalogue.All);

        Assert.Equal(VariantCatalogue.All.Count, host.HandlerTypes.Count);
        Assert.All(
            VariantCatalogue.All, variant => Assert.Equal(variant.HandlerTypeName, host.HandlerTypes[variant.Name]));
    }

    [Fact]
    public async Task A_proof_returns_the_log_bytes_of_the_requests_made_in_it_under_counted_ids()
    {
        using var host = new HandlerHost(Workload.Article with { Emails = 1 }, VariantCatalogue.All);
        var request = host["classic"].HandleAsync(new EmailRequest(["before@example.com"]));
        await request;

        host.StartProof();
        await host["classic"].HandleAsync(new EmailRequest(["a@example.com"]));
        await host["classic"].HandleAsync(new EmailRequest(["b@example.com"]));
        var log = host.EndProof();
        await host["classic"].HandleAsync(new EmailRequest(["after@example.com"]));

        Assert.Equal(
            """
            [000000000000000000000000000000000001] Start processing
            [000000000000000000000000000000000001] Send email: a@example.com
            [000000000000000000000000000000000002] Start processing
            [000000000000000000000000000000000002] Send email: b@example.com

            """,
            Encoding.UTF8.GetString(log));
    }

    [Fact]
    public void A_proof_without_requests_is_empty()
    {
        using var host = new HandlerHost(Workload.Article, VariantCatalogue.All);
        host.StartProof();

        Assert.Empty(host.EndProof());
    }

    [Fact]
    public async Task A_second_proof_starts_empty_and_counts_from_1_again()
    {
        using var host = new HandlerHost(Workload.Article, VariantCatalogue.All);
        var first = await host.LogOf("classic", Workload.Article.CreateRequest());
        var second = await host.LogOf("classic", Workload.Article.CreateRequest());

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Ending_a_proof_that_was_not_started_is_refused()
    {
        using var host = new HandlerHost(Workload.Article, VariantCatalogue.All);
        Assert.Throws<InvalidOperationException>(host.EndProof);

        host.StartProof();
        host.EndProof();
        Assert.Throws<InvalidOperationException>(host.EndProof);
    }

    [Fact]
    public async Task The_console_sink_writes_the_proofs_bytes_to_its_file()
    {
        using var file = new TemporaryFile();
        byte[] log;
        using (var host = new HandlerHost(
                Workload.Article with { Sink = SinkKind.Console }, VariantCatalogue.All, file.Path))
            log = await host.LogOf("classic", Workload.Article.CreateRequest());

        Assert.NotEmpty(log);
        Assert.Equal(log, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_counters_count_what_is_allocated()
    {
        var before = HandlerHost.ReadCounters();
        GC.KeepAlive(new byte[1_000_000]);
        var used = HandlerHost.ReadCounters() - before;

        Assert.True(used.AllocatedBytes >= 1_000_000, $"{used}");
    }

    [Fact]
    public void The_counters_count_collections_of_every_generation()
    {
        var before = HandlerHost.ReadCounters();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        var used = HandlerHost.ReadCounters() - before;

        Assert.True(used is { Gen0: > 0, Gen1: > 0, Gen2: > 0, PauseNs: > 0 }, $"{used}");
        Assert.True(HandlerHost.ReadCounters().CompiledMethods > 0);
    }
}
