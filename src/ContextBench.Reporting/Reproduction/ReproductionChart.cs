using System.Globalization;
using ContextBench.Analysis.Reproduction;
using ContextBench.Reporting.Charts;

namespace ContextBench.Reporting.Reproduction;

/// <summary>
/// <c>reproduction.svg</c>: the overhead against what a request costs, a curve a runtime, and the article's point.
/// Both axes are logarithmic, so that the same µs on every request are a straight line that falls.
/// </summary>
public static class ReproductionChart
{
    /// <summary>The name of its file in the reproduction's folder.</summary>
    public const string FileName = "reproduction.svg";

    /// <summary>Draws it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write the SVG.</param>
    public static void Write(ReproductionReport report, TextWriter output)
    {
        var curves = OverheadCurve.Of(report);
        using var drawing = new ChartDrawing(curves);
        var legend = new ChartLegend([.. Entries(curves, drawing.HasOpenIntervals)], left: 680, top: 84);
        var chart = drawing.Draw(legend);
        WriteTitles(chart.Text);
        WriteAxes(drawing, chart.Text);
        WriteArticle(drawing, chart.Text);
        legend.Write(chart.Text);
        chart.Write(output);
    }

    private static IEnumerable<ChartLegend.Entry> Entries(IReadOnlyList<OverheadCurve> curves, bool hasOpenIntervals)
    {
        foreach (var (curve, i) in curves.Select((curve, i) => (curve, i)))
        {
            var style = CurveStyle.Of(i);
            yield return new ChartLegend.Entry(
                curve.Name, $"{curve.Baseline} → {curve.Candidate}", style.Filled, style.Line);
        }

        yield return new ChartLegend.Entry(
            "the 2020 article", "one run, no interval", ChartDrawing.ArticleMarker, null);
        yield return new ChartLegend.Entry("bars", "95 % intervals", ChartDrawing.BarMarker, null);
        if (hasOpenIntervals)
        {
            yield return new ChartLegend.Entry(
                "open, arrow down", "interval goes on below", CurveStyle.OpenInGeneral, null);
        }

        yield return new ChartLegend.Entry("dotted", "the same µs on any request", null, ChartDrawing.GuideLine);
    }

    private static void WriteTitles(ChartText text)
    {
        var data = ChartDrawing.Data;
        text.Left(data.Left, 24, "What an ambient request id costs, by what the request costs", size: 17, bold: true);
        text.Left(
            data.Left, 48,
            "the id as a parameter (classic) against AsyncLocalStorage (als) or AsyncLocal; logarithmic axes",
            color: ChartText.Grey);
        text.Centre(
            data.TopCenter.X, ChartDrawing.Height - 18, "cost of a request with the id as a parameter, in µs",
            size: 14);
        text.Upwards(22, data.LeftCenter.Y, "overhead, in % of that cost", size: 14);
    }

    private static void WriteAxes(ChartDrawing drawing, ChartText text)
    {
        foreach (var us in drawing.RequestTicks)
            text.Centre(drawing.PixelOf(us, drawing.Percents.Low).X, ChartDrawing.Data.Bottom + 17, Number(us));
        foreach (var percent in drawing.Percents.Decades())
        {
            text.Right(
                ChartDrawing.Data.Left - 9, drawing.PixelOf(drawing.Requests.Low, percent).Y, $"{Number(percent)} %");
        }

        foreach (var us in drawing.GuidesUs)
        {
            text.Left(
                ChartDrawing.Data.Right + 6, drawing.PixelOf(drawing.Requests.High, drawing.PercentAtRight(us)).Y,
                $"{Number(us)} µs", size: 12, ChartText.Grey);
        }
    }

    private static void WriteArticle(ChartDrawing drawing, ChartText text)
    {
        var place = drawing.PixelOf(Article.RequestUs, Article.OverheadPercent);
        text.Left(place.X + 12, place.Y - 32, "2020 article", bold: true);
        text.Left(place.X + 12, place.Y - 16, string.Create(
            CultureInfo.InvariantCulture, $"{Article.RequestUs:0} µs, +{Article.OverheadPercent:0.0} %"));
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
