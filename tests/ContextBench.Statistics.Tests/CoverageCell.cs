using System.Globalization;
using MathNet.Numerics.Distributions;

namespace ContextBench.Statistics.Tests;

/// <summary>
/// A kind of run whose truth is known: launches of the same overhead, 0, that differ truly by a standard deviation
/// <paramref name="Tau"/> (in units of the median launch's error), and are measured with errors that are equal or
/// spread log-normally with a standard deviation of 1, each known only from the spread between so many batches.
/// </summary>
internal sealed record CoverageCell(int Launches, bool Unequal, double Tau, int Batches)
{
    // 0.3 %: the interval must not depend on the scale, and this is one that is met.
    private const double MedianError = 0.003;

    /// <summary>Measures the kind of run over and over, with a seed of the cell's own.</summary>
    public Coverage Simulate(int runs)
    {
        var random = new Random((Launches * 1000) + (Unequal ? 500 : 0) + (int)(Tau * 10) + (Batches * 100_000));
        int covered = 0, plainCovered = 0;
        double width = 0, plainWidth = 0;
        for (var run = 0; run < runs; run++)
        {
            var launches = Measure(random);
            var weighted = OverheadEstimate.Weighted(launches).At(VerdictRule.DifferenceConfidence);
            var plain = OverheadEstimate.FromLaunches([.. launches.Select(launch => launch.LogRatio)])
                .At(VerdictRule.DifferenceConfidence);
            covered += weighted.Contains(0) ? 1 : 0;
            plainCovered += plain.Contains(0) ? 1 : 0;
            width += weighted.Width;
            plainWidth += plain.Width;
        }

        return new Coverage(this, (double)covered / runs, (double)plainCovered / runs, width / plainWidth);
    }

    private LaunchEstimate[] Measure(Random random)
    {
        var launches = new LaunchEstimate[Launches];
        for (var i = 0; i < launches.Length; i++)
        {
            var error = MedianError * (Unequal ? Math.Exp(Normal.Sample(random, 0, 1)) : 1);
            var logRatio = Normal.Sample(random, 0, Tau * MedianError) + Normal.Sample(random, 0, error);
            // The variance of k batches of normal noise is the true one times chi-squared(k − 1) / (k − 1).
            var estimated = error * Math.Sqrt(Gamma.Sample(random, (Batches - 1) / 2.0, (Batches - 1) / 2.0));
            launches[i] = new LaunchEstimate(logRatio, estimated, logRatio, Batches, Blocks: 40 * Batches);
        }

        return launches;
    }
}

/// <summary>What a cell shows: the shares of runs whose 95 % interval holds the truth, and the mean width.</summary>
internal sealed record Coverage(CoverageCell Cell, double Share, double PlainShare, double WidthOverPlain)
{
    public static string Header => "| batches | launch noise | tau | launches | covered | width | plain t covered |\n"
        + "| ---: | --- | ---: | ---: | ---: | ---: | ---: |";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Cell.Batches} | {(Cell.Unequal ? "unequal" : "equal")} | {Cell.Tau} | {Cell.Launches} "
        + $"| {100 * Share:F2} % | {WidthOverPlain:F3} | {100 * PlainShare:F2} % |");
}
