using ContextBench.Handlers;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Workloads.Tests.Logging;

public sealed class NullSinkTests
{
    [Fact]
    public void It_counts_the_bytes_of_each_line()
    {
        using var sink = new NullSink();
        Assert.Equal(0, sink.Bytes);

        sink.Write("four"u8);
        Assert.Equal(4, sink.Bytes);
        sink.Write(""u8);
        sink.Write("🦊\n"u8);
        Assert.Equal(9, sink.Bytes); // 4 + 0 + 4 + 1
    }

    [Fact]
    public void It_counts_the_bytes_of_every_thread()
    {
        using var sink = new NullSink();

        Parallel.For(0, 10_000, _ => sink.Write("1234567\n"u8));

        Assert.Equal(80_000, sink.Bytes);
    }

    [Fact]
    public async Task The_articles_request_writes_269_bytes()
    {
        using var services = new RequestServices(EmailWorkload.Article);
        var handler = HandlerCopy.Create(StudyCatalogue.Default.Assembly, StudyCatalogue.Default.Baseline, services);
        await handler.HandleAsync(EmailWorkload.Article.CreateRequest());

        // "[" + 36 + "] " = 39 a line; "Start processing\n" = 17; "Send email: " + 19 + "\n" = 32:
        // 4 · 39 + 17 + 3 · 32 = 269
        Assert.Equal(269, ((NullSink)services.Sink).Bytes);
    }
}
