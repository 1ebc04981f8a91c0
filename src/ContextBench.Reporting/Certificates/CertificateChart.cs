using System.Globalization;
using ContextBench.Reporting.Charts;
using ScottPlot;

namespace ContextBench.Reporting.Certificates;

/// <summary>
/// What runs recovered of known doses, a row a tier: against what was injected, and beside it their difference.
/// </summary>
public static class CertificateChart
{
    private const int Width = 900;
    private const int Top = 158; // of the first row's data
    private const int DataHeight = 250;
    private const int RowStep = 344;
    private const int Bottom = 54; // below the last row's data
    private const int Left = 84;

    /// <summary>Draws it.</summary>
    /// <param name="series">The tiers, a row each; one at least.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(IReadOnlyList<CertificateSeries> series, TextWriter output)
    {
        Row[] rows = [.. series.Select((tier, i) => Row.Of(tier, Top + (i * RowStep)))];
        try
        {
            Write(rows, output);
        }
        finally
        {
            foreach (var row in rows)
                row.Dispose();
        }
    }

    private static void Write(Row[] rows, TextWriter output)
    {
        var legend = new ChartLegend(
            [
                new("holds the truth", "95 % interval of a run", DoseMarks.Holds.Filled, DoseMarks.Holds.Bar),
                new("misses it", "as chance makes 5 of 100 do", DoseMarks.Misses.Filled, DoseMarks.Misses.Bar),
                new("the truth", "recovered as injected", null, DoseMarks.Truth),
            ],
            Left, top: 80, columnWidth: 230);
        rows[0].Recovered.Panel.Add(legend);
        var chart = ChartDocument.Draw(
            Width, Top + ((rows.Length - 1) * RowStep) + DataHeight + Bottom, [.. rows.SelectMany(row => row.Panels)]);
        chart.Text.Left(Left, 24, "What comes out of a known dose", size: 17, bold: true);
        chart.Text.Left(
            Left, 48,
            "a known cost added to the baseline, in % of what the baseline costs; runs of a dose stand side by side",
            color: ChartText.Grey);
        legend.Write(chart.Text);
        foreach (var row in rows)
            row.Write(chart.Text);
        chart.Write(output);
    }

    private sealed record Row(CertificateSeries Series, RecoveredPanel Recovered, DifferencePanel Difference)
        : IDisposable
    {
        public IEnumerable<ChartPanel> Panels => [Recovered.Panel, Difference.Panel];

        public static Row Of(CertificateSeries series, int top)
        {
            var groups = DoseGroup.Of(series.Doses);
            return new Row(
                series,
                new RecoveredPanel(groups, new PixelRect(Left, 384, top + DataHeight, top)),
                new DifferencePanel(groups, new PixelRect(478, 882, top + DataHeight, top)));
        }

        public void Write(ChartText text)
        {
            text.Left(
                Left, Recovered.Panel.Data.Top - 16,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Series.Tier}: slope {Series.Slope:0.000} [{Series.SlopeLow:0.000}, {Series.SlopeHigh:0.000}]; " +
                    $"{Series.Doses.Count(dose => dose.IsCovered)} of {Series.Doses.Count} intervals hold the truth"),
                size: 14, bold: true);
            Recovered.Write(text);
            Difference.Write(text);
        }

        public void Dispose()
        {
            Recovered.Dispose();
            Difference.Dispose();
        }
    }
}
