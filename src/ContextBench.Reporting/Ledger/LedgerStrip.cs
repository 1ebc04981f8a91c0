using System.Globalization;
using ContextBench.Analysis.History;
using ContextBench.Reporting.Charts;
using ScottPlot;

namespace ContextBench.Reporting.Ledger;

/// <summary>A strip of the ledger's chart: the results of one tier on one kind of machine.</summary>
internal sealed class LedgerStrip : IDisposable
{
    private const int MostRunNumbers = 12; // on the axis

    private readonly LedgerStanding _standing;
    private readonly string[] _runs;
    private readonly LinearScale _scale;

    /// <summary>Draws it, without words.</summary>
    /// <param name="standing">The results.</param>
    /// <param name="runs">The runs of all strips, a column each.</param>
    /// <param name="data">Where the data are, in px.</param>
    public LedgerStrip(LedgerStanding standing, string[] runs, PixelRect data)
    {
        (_standing, _runs) = (standing, runs);
        _scale = LinearScale.Of(standing.Results.SelectMany(result => new[] { result.Low, result.High }));
        Panel = new ChartPanel(data, new AxisLimits(0.3, runs.Length + 0.7, -_scale.End, _scale.End));
        Panel.SetTicks([], _scale.RoundNumbers(), minorBottom: RunNumbers().Select(run => (double)run));
        Panel.AddLine(
            new Coordinates(Panel.Limits.Left, 0), new Coordinates(Panel.Limits.Right, 0),
            new LineStyle(1.2f, ChartColors.Ink));
        foreach (var result in standing.Results)
            DrawResult(result);
    }

    /// <summary>Where it is drawn.</summary>
    public ChartPanel Panel { get; }

    /// <summary>The kind of machine of results.</summary>
    /// <param name="standing">The results.</param>
    public static string MachineOf(LedgerStanding standing) =>
        string.Create(CultureInfo.InvariantCulture, $"{standing.Cpu}, {standing.Processors} processors");

    /// <summary>Writes what the results say, above them, and the percentages beside them.</summary>
    /// <param name="text">Where to write.</param>
    /// <param name="withMachine">Whether strips are of several kinds of machines.</param>
    public void Write(ChartText text, bool withMachine)
    {
        var (all, excluding) = (_standing.Results.Count, _standing.Excluding);
        var name = withMachine ? $"{_standing.Tier} ({MachineOf(_standing)})" : _standing.Tier;
        text.Left(
            Panel.Data.Left, Panel.Data.Top - 14,
            FormattableString.Invariant(
                $"{name}: {all - excluding} of {all} hold 0; chance allows up to {_standing.MostByChance} that do not"),
            bold: true);
        foreach (var percent in _scale.RoundNumbers())
        {
            text.Right(
                Panel.Data.Left - 9, Panel.PixelOf(new Coordinates(0, percent)).Y,
                percent.ToString("+0.#### '%';-0.#### '%';0 '%'", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes the numbers of runs below it.</summary>
    /// <param name="text">Where to write.</param>
    public void WriteRuns(ChartText text)
    {
        foreach (var run in RunNumbers())
        {
            text.Centre(
                Panel.PixelOf(new Coordinates(run, 0)).X, Panel.Data.Bottom + 16,
                run.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Panel.Dispose();

    private void DrawResult(ControlResult result)
    {
        var style = result.ContainsZero ? TruthStyle.Holds : TruthStyle.Misses;
        var point = new Coordinates(Array.IndexOf(_runs, result.Run) + 1, result.Percent);
        Panel.AddBar(point, result.Low, result.High, style);
        Panel.AddMarker(point, style.Filled);
    }

    // 1, and then multiples of a round number.
    private IEnumerable<int> RunNumbers()
    {
        int[] steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
        var step = steps.FirstOrDefault(step => _runs.Length / step <= MostRunNumbers, 1000);
        return Enumerable.Range(1, _runs.Length).Where(run => run == 1 || run % step == 0);
    }
}
