using System.Globalization;
using ContextBench.Statistics;

namespace ContextBench.Cli.Wrk;

/// <summary>Pairs of wrk runs, one after the other, on two routes of one server.</summary>
/// <param name="Pairs">Of each pair, the requests per second of the baseline and of the candidate.</param>
internal sealed record WrkPairs(IReadOnlyList<(double Baseline, double Candidate)> Pairs)
{
    /// <summary>
    /// The candidate's time a request over the baseline's: Student's t on the pairs' log-ratios, the most that one can
    /// make of such runs.
    /// </summary>
    public OverheadEstimate Estimate { get; } = OverheadEstimate.FromLaunches(
        [.. Pairs.Select(pair => Math.Log(pair.Baseline / pair.Candidate))]);

    /// <summary>Its 95 % interval, in percent.</summary>
    public Interval Interval => Estimate.At(VerdictRule.DifferenceConfidence).Select(OverheadEstimate.ToPercent);

    /// <summary>Compares it with ours, in a page.</summary>
    /// <param name="ours">Our 95 % interval of the same overhead, in percent.</param>
    /// <param name="oursPercent">Our estimate, in percent.</param>
    /// <param name="launches">Our launches.</param>
    /// <param name="seconds">The wall time of each side, in s.</param>
    /// <param name="connections">Connections on both sides.</param>
    /// <param name="output">Where to write.</param>
    public void Write(
        Interval ours, double oursPercent, int launches, double seconds, int connections, TextWriter output)
    {
        var spread = Estimate.SpreadOfLaunches;
        output.WriteLine("# The paired engine against pairs of wrk runs");
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"`async-local` against `classic` on the same routes of the same application, {connections} connections, " +
            $"{seconds:0} s of wall time each, in turn in one sitting:"));
        output.WriteLine();
        output.WriteLine("| | overhead in time | 95 % interval | ± | of |");
        output.WriteLine("| :--- | ---: | :---: | ---: | :--- |");
        Row("paired", oursPercent, ours, $"{launches} launches");
        Row(
            "wrk", OverheadEstimate.ToPercent(Estimate.LogRatio), Interval,
            FormattableString.Invariant($"{Pairs.Count} pairs, standard deviation {100 * spread:0.0} %"));
        output.WriteLine();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"The paired engine's interval is {Interval.HalfWidth / ours.HalfWidth:0.0} times narrower."));

        void Row(string engine, double percent, Interval interval, string of) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {engine} | {percent:+0.00;-0.00} % | [{interval.Low:+0.00;-0.00}, {interval.High:+0.00;-0.00}] " +
            $"| {interval.HalfWidth:0.000} % | {of} |"));
    }

    /// <summary>Writes the pairs as data.</summary>
    /// <param name="output">Where to write.</param>
    public void WriteCsv(TextWriter output)
    {
        output.WriteLine("pair,classicRequestsPerSecond,asyncLocalRequestsPerSecond");
        foreach (var (pair, number) in Pairs.Select((pair, index) => (pair, index + 1)))
            output.WriteLine(FormattableString.Invariant($"{number},{pair.Baseline:0.##},{pair.Candidate:0.##}"));
    }
}
