using System.Globalization;
using ContextBench.Analysis.Calibrations;
using ContextBench.Analysis.Engines;
using ContextBench.Analysis.Tests;
using ContextBench.Reporting.Engines;
using Xunit;

namespace ContextBench.Reporting.Tests.Engines;

public sealed class EngineDocumentTests
{
    [Fact]
    public void The_engines_stand_side_by_side_with_half_widths_and_what_their_generators_cost()
    {
        // log-ratios of the candidate: 2 launches ± something; the rows are read off whole reports.
        var paired = Row("paired", 120, [1.001, 1.01], [1.002, 1.011], [1.0, 1.012]);
        var wrk = Row("wrk", 121, [1.1, 1.2], [0.9, 0.95], [1.05, 1.1]);

        var page = Rendered.Page(EngineDocument.Of([paired, wrk], SyntheticRun.Environment(), CalibrationNote.None));

        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| wrk | 121 s | 3 | 100.0 | {wrk.Overhead.OverheadPercent:+0.00;-0.00} % " +
                $"| [{wrk.Overhead.Low:+0.00;-0.00}, {wrk.Overhead.High:+0.00;-0.00}] | {wrk.HalfWidth:0.00} % " +
                $"| {wrk.Control.OverheadPercent:+0.00;-0.00} % | {wrk.ControlHalfWidth:0.00} % | 20.00 |"),
            page, StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant(
                $"- paired's interval is {wrk.HalfWidth / paired.HalfWidth:0.0} times narrower than wrk's"),
            page, StringComparison.Ordinal);
        Assert.True(wrk.HalfWidth > 10 * paired.HalfWidth);
    }

    [Fact]
    public void An_engine_with_one_launch_that_counts_has_no_row() =>
        Assert.Null(EngineRow.From(
            new SyntheticRun().Tier("kestrel", [1, 1], [1, 1]).WithoutLastRecord().Report(), seconds: 1));

    private static EngineRow Row(string engine, double seconds, params double[][] ratios) =>
        EngineRow.From(new SyntheticRun().Tier("kestrel", ratios).Report(), seconds)! with { Engine = engine };
}
