using System.Text;
using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Workloads.Tests.Logging;

public sealed class LogLinesTests
{
    [Fact]
    public void A_line_is_the_id_in_brackets_the_message_and_a_line_feed() =>
        Assert.Equal("[42] Start processing\n"u8.ToArray(), BytesOf("42", "Start processing"));

    [Fact]
    public void Without_an_id_the_line_is_the_bare_message() =>
        Assert.Equal("Start processing\n"u8.ToArray(), BytesOf(null, "Start processing"));

    [Fact]
    public void An_empty_id_is_an_id() =>
        Assert.Equal("[] Start processing\n"u8.ToArray(), BytesOf("", "Start processing"));

    [Fact]
    public void An_empty_message_is_a_line()
    {
        Assert.Equal("[42] \n"u8.ToArray(), BytesOf("42", ""));
        Assert.Equal("\n"u8.ToArray(), BytesOf(null, ""));
    }

    [Fact]
    public void A_line_is_UTF_8() =>
        // é is C3 A9, 🦊 is F0 9F A6 8A
        Assert.Equal(
            [(byte)'[', 0xC3, 0xA9, (byte)']', (byte)' ', 0xF0, 0x9F, 0xA6, 0x8A, (byte)'\n'],
            BytesOf("é", "🦊"));

    [Theory]
    [InlineData("a")] // 1 byte a UTF-16 unit
    [InlineData("é")] // 2 bytes
    [InlineData("例")] // 3 bytes, the most that a unit takes
    [InlineData("🦊")] // 4 bytes in 2 units
    public void A_message_of_any_length_is_written_whole(string character)
    {
        // Lengths around 512 bytes, where the line moves from the stack to a rented buffer, and far beyond:
        // 133 characters and an id of 36 take 3 · (36 + 133 + 1) + 4 = 514 bytes at most.
        foreach (var length in (int[])[1, 100, 131, 132, 133, 134, 168, 169, 170, 200, 511, 512, 513, 5_000, 100_000])
        {
            var message = string.Concat(Enumerable.Repeat(character, length));
            Assert.Equal(Encoding.UTF8.GetBytes($"[{Id}] {message}\n"), BytesOf(Id, message));
            Assert.Equal(Encoding.UTF8.GetBytes($"{message}\n"), BytesOf(null, message));
        }
    }

    [Fact]
    public void A_long_line_leaves_nothing_behind_in_the_next()
    {
        using var sink = new NullSink();
        var lines = new LogLines(sink);
        var capture = sink.StartCapture();

        lines.Write(Id, new string('x', 5_000));
        lines.Write("1", "short");

        Assert.Equal($"[{Id}] {new string('x', 5_000)}\n[1] short\n", Encoding.UTF8.GetString(capture.ToArray()));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_written_as_the_replacement_character() =>
        Assert.Equal("[1] a\uFFFDb\n", Encoding.UTF8.GetString(BytesOf("1", "a\uD83Eb")));

    [Fact]
    public void Lines_written_at_once_stay_whole()
    {
        using var sink = new NullSink();
        var lines = new LogLines(sink);
        var capture = sink.StartCapture();

        Parallel.For(0, 2_000, i => lines.Write($"{i}", new string((char)('a' + i % 26), i % 700)));

        var expected = Enumerable.Range(0, 2_000).Select(i => $"[{i}] {new string((char)('a' + i % 26), i % 700)}");
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Encoding.UTF8.GetString(capture.ToArray()).TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(5_000)]
    public void Writing_a_line_allocates_nothing(int length)
    {
        using var sink = new NullSink();
        var lines = new LogLines(sink);
        var message = new string('x', length);
        var bytes = -1L;
        for (var round = 0; round < 2; round++) // the first round warms up, and fills the pool of buffers
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
                lines.Write(Id, message);
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, bytes);
    }

    private const string Id = "000000000000000000000000000000000001";

    private static byte[] BytesOf(string? id, string message)
    {
        using var sink = new NullSink();
        var capture = sink.StartCapture();
        new LogLines(sink).Write(id, message);
        return capture.ToArray();
    }
}
