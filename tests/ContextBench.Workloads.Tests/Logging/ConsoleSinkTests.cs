using ContextBench.Agent;
using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Workloads.Tests.Logging;

public sealed class ConsoleSinkTests : IDisposable
{
    private readonly TemporaryFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public void A_line_is_in_the_file_as_soon_as_it_is_written()
    {
        using var sink = new ConsoleSink(_file.Path);

        sink.Write("one\n"u8);
        Assert.Equal("one\n", Read());
        sink.Write("two 🦊\n"u8);
        Assert.Equal("one\ntwo 🦊\n", Read());
    }

    [Fact]
    public void Lines_are_appended_to_a_file_that_is_there()
    {
        File.WriteAllText(_file.Path, "before\n");
        using (var sink = new ConsoleSink(_file.Path))
            sink.Write("after\n"u8);

        Assert.Equal("before\nafter\n", Read());
    }

    [Fact]
    public void Lines_written_at_once_stay_whole()
    {
        using var sink = new ConsoleSink(_file.Path);

        Parallel.For(0, 1_000, i => sink.Write(System.Text.Encoding.UTF8.GetBytes($"line {i}\n")));

        Assert.Equal(
            Enumerable.Range(0, 1_000).Select(i => $"line {i}").Order(StringComparer.Ordinal),
            Read().TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Capturing_copies_the_lines_and_still_writes_them()
    {
        using var sink = new ConsoleSink(_file.Path);
        var capture = sink.StartCapture();

        sink.Write("one\n"u8);

        Assert.Equal("one\n"u8.ToArray(), capture.ToArray());
        Assert.Equal("one\n", Read());
    }

    [Fact]
    public void Disposed_it_lets_go_of_the_file()
    {
        new ConsoleSink(_file.Path).Dispose();

        using var exclusive = new FileStream(_file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Equal(0, exclusive.Length);
    }

    [Fact]
    public void Without_a_file_it_is_the_workloads_standard_output()
    {
        using var services = new RequestServices(EmailWorkload.Article with { Sink = SinkKind.Console });

        Assert.IsType<ConsoleSink>(services.Sink);
    }

    private string Read()
    {
        using var stream = new FileStream(_file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
