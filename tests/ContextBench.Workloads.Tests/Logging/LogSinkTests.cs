using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Workloads.Tests.Logging;

public sealed class LogSinkTests : IDisposable
{
    private readonly NullSink _sink = new();

    public void Dispose() => _sink.Dispose();

    [Fact]
    public void A_capture_has_the_lines_between_start_and_stop_alone()
    {
        _sink.Write("before\n"u8);
        var capture = _sink.StartCapture();
        _sink.Write("one\n"u8);
        _sink.Write("two\n"u8);
        _sink.StopCapture();
        _sink.Write("after\n"u8);

        Assert.Equal("one\ntwo\n"u8.ToArray(), capture.ToArray());
    }

    [Fact]
    public void A_capture_without_lines_is_empty() => Assert.Empty(_sink.StartCapture().ToArray());

    [Fact]
    public void A_second_capture_starts_empty_and_ends_the_first()
    {
        var first = _sink.StartCapture();
        _sink.Write("one\n"u8);
        var second = _sink.StartCapture();
        _sink.Write("two\n"u8);

        Assert.Equal("one\n"u8.ToArray(), first.ToArray());
        Assert.Equal("two\n"u8.ToArray(), second.ToArray());
    }

    [Fact]
    public void A_captured_line_is_a_copy()
    {
        var capture = _sink.StartCapture();
        var line = "one\n"u8.ToArray();
        _sink.Write(line);
        line[0] = (byte)'x';

        Assert.Equal("one\n"u8.ToArray(), capture.ToArray());
    }

    [Fact]
    public void Captured_lines_are_written_as_well()
    {
        _sink.StartCapture();
        _sink.Write("one\n"u8);

        Assert.Equal(4, _sink.Bytes);
    }

    [Fact]
    public void Lines_captured_at_once_are_all_there()
    {
        var capture = _sink.StartCapture();

        Parallel.For(0, 10_000, _ => _sink.Write("1234567\n"u8));

        Assert.Equal(80_000, capture.ToArray().Length);
    }
}
