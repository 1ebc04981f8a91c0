using System.Globalization;
using MathNet.Numerics.Distributions;

namespace ContextBench.Statistics.Tests;

/// <summary>
/// A kind of run whose truth is known: launches of the same overhead, 0, that differ truly by a standard deviation
/// <paramref name="Tau"/> (in units of the median launch's error), and are measured with errors known only from
/// the spread between so many batches.
/// </summary>
internal sealed record CoverageCell(int Launches, LaunchNoise Noise, double Tau, int Batches)
{
    // 0.3 %: the interval must not depend on the scale, and this is one that is met.
    private const double MedianError = 0.003;

    /// <summary>Measures the kind of run over and over, with a seed of the cell's own.</summary>
    public Coverage Simulate(int runs)
    {
        var random = new Random((Batches * 100_000) + (Launches * 1000) + (500 * (int)Noise) + (int)(Tau * 10));
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
            var error = MedianError * Noise switch
            {
                LaunchNoise.Unequal => Math.Exp(Normal.Sample(random, 0, 1)),
                LaunchNoise.OnePrecise when i == 0 => 0.01,
                _ => 1,
            };
            var logRatio = Normal.Sample(random, 0, Tau * MedianError) + Normal.Sample(random, 0, error);
            // The variance of k batches of normal noise is the true one times chi-squared(k − 1) / (k − 1).
            var estimated = error * Math.Sqrt(Gamma.Sample(random, (Batches - 1) / 2.0, (Batches - 1) / 2.0));
            launches[i] = new LaunchEstimate(logRatio, estimated, logRatio, Batches, Blocks: 40 * Batches);
        }

        return launches;
    }
}

/// <summary>The errors of launches: how noisy the minutes are that they are measured in.</summary>
internal enum LaunchNoise
{
    /// <summary>All the same.</summary>
    Equal,

    /// <summary>Spread log-normally, with a standard deviation of 1.</summary>
    Unequal,

    /// <summary>One launch a hundred times as precise as the others, which are all the same.</summary>
    OnePrecise,
}

/// <summary>What a cell shows: the shares of runs whose 95 % interval holds the truth, and the mean width.</summary>
internal sealed record Coverage(CoverageCell Cell, double Share, double PlainShare, double WidthOverPlain)
{
    public static string Header => "| batches | launch noise | tau | launches | covered | width | plain t covered |\n"
        + "| ---: | --- | ---: | ---: | ---: | ---: | ---: |";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Cell.Batches} | {Cell.Noise} | {Cell.Tau} | {Cell.Launches} "
        + $"| {100 * Share:F2} % | {WidthOverPlain:F3} | {100 * PlainShare:F2} % |");
}
