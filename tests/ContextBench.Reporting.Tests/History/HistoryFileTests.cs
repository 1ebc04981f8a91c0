using ContextBench.Analysis.History;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.History;
using ContextBench.Reporting.History;
using Xunit;

namespace ContextBench.Reporting.Tests.History;

public sealed class HistoryFileTests
{
    private const string Header =
        "startedAt,run,profile,cpu,processors,tier,launches,overheadPercent,low,high,containsZero";

    private const string Line = "1970-01-01T00:00:00Z,run,quick,Example CPU,2,kestrel,8,0.1,-0.1,0.3,yes";

    [Fact]
    public void It_has_a_line_a_result() => Assert.Equal(
        $"""
        {Header}
        {Line}
        1970-01-01T00:00:00Z,run,quick,Example CPU,2,kestrel,8,0.3,0.1,0.5,no

        """,
        Written([SyntheticHistory.Result(0.1, 0.2), SyntheticHistory.Result(0.3, 0.2)]));

    [Fact]
    public void What_is_written_is_read_again()
    {
        ControlResult[] results =
        [
            new()
            {
                Run = "run",
                StartedAt = new DateTimeOffset(2026, 11, 22, 16, 21, 3, TimeSpan.Zero),
                Profile = "full",
                Cpu = "Example \"CPU\", 2nd, @ 3 GHz",
                Processors = 64,
                Tier = "in-memory",
                Launches = 14,
                Percent = -1.885564,
                Low = -3.123308,
                High = -0.632005,
            },
            SyntheticHistory.Result(0, 0.25) with { Run = "run" },
        ];

        Assert.Equal(results, HistoryFile.Read(new StringReader(Written(results, root: "."))));
    }

    [Fact]
    public void Times_are_universal_wherever_the_run_was() => Assert.Contains(
        "\n2026-11-22T15:21:03Z,",
        Written(
        [
            SyntheticHistory.Result(0, 1) with
            {
                StartedAt = new DateTimeOffset(2026, 11, 22, 16, 21, 3, TimeSpan.FromHours(1)),
            },
        ]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("startedAt,run,profile,tier,launches,overheadPercent,low,high,containsZero\n")] // an older form
    [InlineData(Header + "\n" + Line + "\n" + "1970-01-01T00:00:00Z,run,quick\n")]
    [InlineData(Header + "\n" + Line + ",more\n")]
    [InlineData(Header + "\nyesterday,run,quick,Example CPU,2,kestrel,8,0.1,-0.1,0.3,yes\n")]
    [InlineData(Header + "\n1970-01-01T00:00:00Z,run,quick,Example CPU,two,kestrel,8,0.1,-0.1,0.3,yes\n")]
    [InlineData(Header + "\n1970-01-01T00:00:00Z,run,quick,Example CPU,9999999999,kestrel,8,0.1,-0.1,0.3,yes\n")]
    [InlineData(Header + "\n1970-01-01T00:00:00Z,run,quick,Example CPU,2,kestrel,8,NaN,-0.1,0.3,yes\n")]
    [InlineData(Header + "\n1970-01-01T00:00:00Z,\"run\"x,quick,Example CPU,2,kestrel,8,0.1,-0.1,0.3,yes\n")]
    public void What_is_no_whole_history_is_none(string text) =>
        Assert.Empty(HistoryFile.Read(new StringReader(text)));

    [Fact]
    public void Columns_in_another_order_are_read_by_their_names()
    {
        string[] written = Written([SyntheticHistory.Result(0.1, 0.2), SyntheticHistory.Result(0.3, 0.2)])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var reversed = string.Concat(written.Select(line => string.Join(',', line.Split(',').Reverse()) + "\n"));

        var results = HistoryFile.Read(new StringReader(reversed));

        Assert.StartsWith("containsZero,high,low,", reversed, StringComparison.Ordinal);
        Assert.Equal(
            [(0.1, -0.1, 0.3), (0.3, 0.1, 0.5)],
            results.Select(result => (result.Percent, Math.Round(result.Low, 9), Math.Round(result.High, 9))));
        Assert.All(
            results,
            result => Assert.Equal(("Example CPU", 2, 8), (result.Cpu, result.Processors, result.Launches)));
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_history() =>
        Assert.Empty(HistoryFile.ReadFile(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "ledger.csv"), Assert.Fail));

    private static string Written(IReadOnlyList<ControlResult> results, string root = "root") =>
        Rendered.Data(HistoryDocument.Of(results, root), HistoryFile.Name);
}
