using ContextBench.Analysis.History;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.History;
using ContextBench.Reporting.History;
using Xunit;

namespace ContextBench.Reporting.Tests.History;

public sealed class HistoryDataTests
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

    private static string Written(IReadOnlyList<ControlResult> results, string root = "root") =>
        Rendered.Data(HistoryDocument.Of(results, root), HistoryDocument.DataName);
}
