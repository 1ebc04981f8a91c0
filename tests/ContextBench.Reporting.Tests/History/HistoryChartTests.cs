using System.Globalization;
using System.Xml.Linq;
using ContextBench.Analysis.History;
using ContextBench.Analysis.Tests.History;
using ContextBench.Reporting.History;
using Xunit;

namespace ContextBench.Reporting.Tests.History;

public sealed class HistoryChartTests
{
    private static readonly ControlResult[] Results =
    [
        .. SyntheticHistory.Runs("kestrel", excluding: 1, of: 5),
        .. SyntheticHistory.Runs("handler", excluding: 0, of: 2),
        .. SyntheticHistory.Runs("in-memory", excluding: 0, of: 1),
    ];

    [Fact]
    public void The_chart_has_a_strip_a_tier_and_a_bar_a_result() =>
        GoldenFile.Check("ledger.svg", Drawn(Results));

    [Fact]
    public void Each_tier_is_said_to_hold_0_so_often_from_a_bare_call_to_HTTP() => Assert.Equal(
        [
            "handler: 2 of 2 hold 0; chance allows up to 1 that do not",
            "in-memory: 1 of 1 hold 0; chance allows up to 1 that do not",
            "kestrel: 4 of 5 hold 0; chance allows up to 1 that do not",
        ],
        Words(Results).Where(word => word.Contains(" hold 0;", StringComparison.Ordinal)));

    [Fact]
    public void Kinds_of_machines_have_strips_of_their_own()
    {
        var other = Results[0] with { Processors = 64 };

        Assert.Equal(
            [
                "kestrel (Example CPU, 2 processors): 4 of 5 hold 0; chance allows up to 1 that do not",
                "kestrel (Example CPU, 64 processors): 0 of 1 hold 0; chance allows up to 1 that do not",
            ],
            Words([.. Results.Take(5), other])
                .Where(word => word.Contains(" hold 0;", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_machine_keeps_all_letters_of_its_name() => Assert.Contains(
        Words([Results[0] with { Cpu = "Intel® Café™" }]),
        word => word.EndsWith("; Intel® Café™, 2 processors", StringComparison.Ordinal));

    [Fact]
    public void The_same_run_is_the_same_column_on_every_tier()
    {
        ControlResult[] results =
        [
            .. SyntheticHistory.Runs("kestrel", excluding: 0, of: 3),
            .. SyntheticHistory.Runs("handler", excluding: 0, of: 3).Skip(1),
        ];

        var middles = Bars(results).Select(bar => bar.Split(['M', 'L', ' '])[1]).ToArray();

        Assert.Equal(5, middles.Length); // handler's two, then kestrel's three
        Assert.Equal(middles[..2], middles[3..]);
    }

    private static string Drawn(IReadOnlyList<ControlResult> results)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        HistoryChart.Write(results, output);
        return output.ToString();
    }

    private static IEnumerable<string> Words(IReadOnlyList<ControlResult> results) =>
        XElement.Parse(Drawn(results)).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(text => text.Value);

    // A bar with its two ends: three strokes in one path among the data.
    private static IEnumerable<string> Bars(IReadOnlyList<ControlResult> results) =>
        XElement.Parse(Drawn(results)).Descendants()
            .Where(element => element.Name.LocalName == "path" && element.Parent!.Name.LocalName == "g")
            .Select(path => path.Attribute("d")!.Value)
            .Where(path => path.Count(letter => letter == 'M') == 3 && path.Count(letter => letter == 'L') == 3);
}
