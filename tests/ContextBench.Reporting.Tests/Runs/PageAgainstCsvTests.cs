using System.Globalization;
using System.Text.RegularExpressions;
using ContextBench.Analysis.Results;
using ContextBench.Analysis.Tests;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Runs;
using Xunit;

namespace ContextBench.Reporting.Tests.Runs;

/// <summary>
/// The page and the console are computed again from <c>comparisons.csv</c> alone: what they say of a run and what the
/// CSV says are the same numbers, but for rounding.
/// </summary>
public sealed partial class PageAgainstCsvTests
{
    private static readonly Document Document = RunDocument.Of(new RunReport(
        new SyntheticRun { Variants = ["classic", "control", "async-local", "no-id"], CollectionNsPerByte = 0.5 }
            .Tier("handler", [1.001, 1.05, 0.97], [0.999, 1.052, 0.971], [1, 1.051, 0.969])
            .Tier("kestrel", [1.0005, 1.011, 0.993], [0.9995, 1.009, 0.995], [1, 1.010, 0.994], [1.0001, 1.010, 0.994])
            .EachBatch(batch => batch.ElapsedNs[0][3] *= 2) // requests served are fewer than by the trimmed mean
            .Report()));

    private static readonly (string Title, string Candidate, string Metric)[] Rows =
    [
        ("requests/s served", "async-local", Metric.Throughput),
        ("calls/s served", "async-local", Metric.Throughput),
        ("total µs/request", "async-local", Metric.Total),
        ("total µs/call", "async-local", Metric.Total),
        ("of it outside GC", "async-local", Metric.Time),
        ("of it GC, charged", "async-local", Metric.Gc),
        ("CPU µs/request", "async-local", Metric.Cpu),
        ("CPU µs/call", "async-local", Metric.Cpu),
        ("bytes/request", "async-local", Metric.Allocated),
        ("bytes/call", "async-local", Metric.Allocated),
        ("p50 latency µs", "async-local", Metric.P50),
        ("p99 latency µs", "async-local", Metric.P99),
        ("control (A/A)", "control", Metric.Total),
        ("control (A/A), CPU", "control", Metric.Cpu),
        ("control (A/A), p50", "control", Metric.P50),
        ("control (A/A), p99", "control", Metric.P99),
        ("no-id, total µs", "no-id", Metric.Total),
    ];

    [Fact]
    public void Every_figure_in_a_row_of_the_page_is_that_of_the_csv()
    {
        var csv = Csv(Rendered.Data(Document, "comparisons.csv"));
        var tier = "";
        var checkedRows = 0;
        foreach (var line in Rendered.Page(Document).Split('\n'))
        {
            tier = line.StartsWith("### ", StringComparison.Ordinal) ? line[4..] : tier;
            if (!line.StartsWith("| ", StringComparison.Ordinal) || line.StartsWith("| :", StringComparison.Ordinal)
                || line.StartsWith("|  |", StringComparison.Ordinal))
                continue; // no table, or its head

            string[] cells = [.. line.Trim('|').Split('|').Select(cell => cell.Trim())];
            var (title, candidate, metric) = Rows.Single(row => row.Title == cells[0]); // no row that is not known
            var data = csv.Single(row =>
                row["tier"] == tier && row["candidate"] == candidate && row["metric"] == metric);
            CheckRow(cells, data, metric);
            checkedRows++;
        }

        Assert.Equal(9 + 13, checkedRows); // of handler, and of kestrel with its latencies
    }

    [Fact]
    public void The_sentences_above_the_tables_say_the_csvs_figures()
    {
        var csv = Csv(Rendered.Data(Document, "comparisons.csv"));
        var total = csv.Single(row =>
            row["tier"] == "kestrel" && row["candidate"] == "async-local" && row["metric"] == Metric.Total);
        var control = csv.Single(row =>
            row["tier"] == "kestrel" && row["candidate"] == "control" && row["metric"] == Metric.Total);
        double Of(string column) => Number(total[column]);

        var answer = Rendered.Page(Document).Split("## The measurements")[0];

        Assert.Contains(
            Invariant($"{Of("difference"):+0.000;-0.000} µs a request, 95 % interval [") +
            Invariant($"{Of("differenceLow"):+0.000;-0.000}, {Of("differenceHigh"):+0.000;-0.000}]"),
            answer, StringComparison.Ordinal);
        Assert.Contains(
            Invariant($"{Of("overheadPercent"):+0.00;-0.00} % [{Of("low"):+0.00;-0.00}, {Of("high"):+0.00;-0.00}]") +
            Invariant($" of {Of("baselineValue"):0.0} µs"),
            answer, StringComparison.Ordinal);
        Assert.Contains(
            Invariant($"of 1 ms the same µs would be {Of("difference") / 10:+0.000;-0.000} %"),
            answer, StringComparison.Ordinal); // in percent of 1000 µs
        Assert.Contains($"margin of 1 %: {total["verdict"]} ", answer, StringComparison.Ordinal);
        Assert.Contains($"--launches {total["launchesNeeded"]}", answer, StringComparison.Ordinal);
        Assert.Contains(
            Invariant($"{Number(control["overheadPercent"]):+0.00;-0.00} %"), answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_console_says_what_the_page_says()
    {
        var page = Numbers(Rendered.Page(Document).Split("## Environment")[0]);

        // The page has besides: other estimators and stolen time.
        Assert.Empty(Numbers(Rendered.Console(Document)).Except(page));
    }

    private static void CheckRow(string[] cells, Dictionary<string, string> data, string metric)
    {
        double Of(string column) => Number(data[column]);
        if (cells[1].Length > 0)
        {
            AssertRounded(Of("baselineValue"), cells[1]);
            AssertRounded(Of("candidateValue"), cells[2]);
        }

        if (metric == Metric.Allocated)
        {
            AssertRounded(Of("difference"), cells[3].Split(' ')[0]);
            return;
        }

        AssertRounded(Of("overheadPercent"), cells[3].Split(' ')[0]);
        if (metric == Metric.Throughput)
        {
            // Fewer requests a second, of the same two values.
            AssertRounded(100 * (1 - (Of("candidateValue") / Of("baselineValue"))), cells[5].Split(' ')[0]);
            return;
        }

        string[] bounds = cells[4].Trim('[', ']').Split(", ");
        AssertRounded(Of("low"), bounds[0]);
        AssertRounded(Of("high"), bounds[1]);
        if (data["verdict"].Length > 0)
            Assert.StartsWith(data["verdict"], cells[5], StringComparison.Ordinal);
    }

    // As exact as it is printed: 20.18 stands for 20.175 to 20.185.
    private static void AssertRounded(double exact, string printed)
    {
        var decimals = printed.Contains('.', StringComparison.Ordinal) ? printed.Split('.')[1].Length : 0;
        var half = 0.500001 * Math.Pow(10, -decimals);
        Assert.InRange(Number(printed) - exact, -half, half);
    }

    private static Dictionary<string, string>[] Csv(string text)
    {
        string[][] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        return
        [
            .. lines.Skip(1)
                .Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second)),
        ];
    }

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(match => match.Value)];

    private static double Number(string text) =>
        double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"[+-]?\d[\d,]*\.?\d*")]
    private static partial Regex Number();
}
