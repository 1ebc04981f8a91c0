using System.Text;
using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class HandlerHostTests
{
    private static readonly Study Lines = StudyCatalogue.Default;

    [Fact]
    public void It_hosts_the_variants_given_and_no_other()
    {
        using var host = new HandlerHost(
            EmailWorkload.Article, Lines, ["no-id", "classic"]);

        Assert.NotNull(host["no-id"]);
        Assert.NotNull(host["classic"]);
        Assert.Throws<KeyNotFoundException>(() => host["async-local"]);
    }

    [Fact]
    public void It_creates_the_handlers_in_the_order_given_and_gives_each_the_same_services()
    {
        using var file = new TemporaryFile();
        var study = TestHandlers.StudyOf(
            ("one", typeof(TestHandlers.First)), ("other", typeof(TestHandlers.Second)));
        var workload = EmailWorkload.Article with { Sink = SinkKind.Console };

        using (new HandlerHost(workload, study, ["other", "one"], To(file)))
        {
        }

        Assert.Equal(["second", "first"], File.ReadAllLines(file.Path)); // one sink for both
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_handler_types_are_the_variants_own_with_and_without_extra_work(double workMicroseconds)
    {
        using var host = HostOf(EmailWorkload.Article with { WorkMicroseconds = workMicroseconds });

        Assert.Equal(
            Lines.Variants.ToDictionary(variant => variant.Name, variant => variant.Facts.Handler),
            host.HandlerTypes);
    }

    [Fact]
    public async Task With_extra_work_the_variants_own_handler_still_handles_the_request()
    {
        using var file = new TemporaryFile();
        var workload = EmailWorkload.Article with { Sink = SinkKind.Console, WorkMicroseconds = 1 };
        var study = TestHandlers.StudyOf(("it", typeof(TestHandlers.Second)));
        using (var host = new HandlerHost(workload, study, ["it"], To(file)))
            await host["it"].HandleAsync(new EmailRequest(["a@example.com", "b@example.com"]));

        Assert.Equal(["second", "2 emails"], File.ReadAllLines(file.Path));
    }

    [Fact]
    public void Where_one_variant_has_an_injected_cost_all_are_wrapped_alike()
    {
        using var host = new HandlerHost(EmailWorkload.Article, Lines, ["classic", "classic+0.5%of88us"]);

        Assert.IsType<WorkingHandler<EmailRequest>>(host["classic"]);
        Assert.IsType<WorkingHandler<EmailRequest>>(host["classic+0.5%of88us"]);
    }

    [Fact]
    public async Task One_request_in_16_of_every_variant_is_timed_and_its_iterations_are_told()
    {
        using var host = new HandlerHost(
            EmailWorkload.Article with { Emails = 0 }, Lines, ["classic", "classic+10us"],
            new HostSettings { WorkSpeed = 100 });
        var request = new EmailRequest([]);
        for (var i = 0; i < 16_000; i++)
        {
            await host["classic"].HandleAsync(request);
            await host["classic+10us"].HandleAsync(request);
        }

        var times = host.TakeWorkTimes();

        // 1000 of 16,000 on average, with a standard deviation of 31: seven of them to either side.
        Assert.InRange(times["classic"].Samples, 780, 1220);
        Assert.Equal(0, times["classic"].Iterations);
        Assert.InRange(times["classic+10us"].Samples, 780, 1220);
        Assert.Equal(1_000, times["classic+10us"].Iterations); // 10 µs of 100 iterations each
    }

    [Fact]
    public void Extra_work_can_be_changed_for_all_variants_each_keeping_its_injected_cost()
    {
        using var host = new HandlerHost(
            EmailWorkload.Article with { WorkMicroseconds = 300 }, Lines, ["classic", "classic+10us"],
            new HostSettings { WorkSpeed = 100 });

        host.SetWork(200);

        var times = host.TakeWorkTimes();
        Assert.Equal(20_000, times["classic"].Iterations); // 200 µs of 100 iterations each
        Assert.Equal(21_000, times["classic+10us"].Iterations);
    }

    [Fact]
    public void Extra_work_that_there_is_not_cannot_be_changed()
    {
        using var host = HostOf(EmailWorkload.Article);

        var refused = Assert.Throws<InvalidOperationException>(() => host.SetWork(200));

        Assert.Equal("no work is added to requests: start with some (--work-us)", refused.Message);
    }

    [Fact]
    public void Where_no_work_is_added_nothing_is_timed()
    {
        using var host = HostOf(EmailWorkload.Article);

        Assert.Empty(host.TakeWorkTimes());
    }

    [Fact]
    public void A_process_whose_own_variant_has_no_injected_cost_is_timed_with_those_that_do()
    {
        using var host = new HandlerHost(
            EmailWorkload.Article, Lines, ["classic"], new HostSettings { HasInjectedCosts = true });

        Assert.Equal(["classic"], host.TakeWorkTimes().Keys);
    }

    [Fact]
    public async Task A_proof_returns_the_log_bytes_of_the_requests_made_in_it_under_counted_ids()
    {
        using var host = HostOf(EmailWorkload.Article with { Emails = 1 });
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
        using var host = HostOf(EmailWorkload.Article);
        host.StartProof();

        Assert.Empty(host.EndProof());
    }

    [Fact]
    public async Task A_second_proof_starts_empty_and_counts_from_1_again()
    {
        using var host = HostOf(EmailWorkload.Article);
        var first = await host.LogOf("classic", EmailWorkload.Article.CreateRequest());
        var second = await host.LogOf("classic", EmailWorkload.Article.CreateRequest());

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Ending_a_proof_that_was_not_started_is_refused()
    {
        using var host = HostOf(EmailWorkload.Article);
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
        using (var host = HostOf(EmailWorkload.Article with { Sink = SinkKind.Console }, file.Path))
            log = await host.LogOf("classic", EmailWorkload.Article.CreateRequest());

        Assert.NotEmpty(log);
        Assert.Equal(log, await File.ReadAllBytesAsync(file.Path, TestContext.Current.CancellationToken));
    }

    private static HandlerHost HostOf(Workload workload, string? consoleFile = null) =>
        new(
            workload, Lines, Lines.Variants.Select(variant => variant.Name),
            new HostSettings { ConsoleFile = consoleFile });

    private static HostSettings To(TemporaryFile file) => new() { ConsoleFile = file.Path };
}
