using MathNet.Numerics.Distributions;

namespace ContextBench.Statistics.Tests;

/// <summary>A launch whose truth is known: 10 batches of 40 blocks, slices of 16 operations of 100 µs each.</summary>
internal sealed record SimulatedLaunch(double OverheadPercent, double RareShare = 0, double RareFactor = 1)
{
    private const int OperationsPerSlice = 16;
    private const double OperationNs = 100_000;

    public LaunchEstimate Measure(Random random)
    {
        // Two processes of identical code differ; in this one the candidate is lucky or not by a standard 0.3 %.
        var luck = Normal.Sample(random, 0, 0.003);
        return LaunchEstimate.From([.. Enumerable.Range(0, 10).Select(_ => Batch(random, Math.Exp(luck)))]);
    }

    private PairedBatch Batch(Random random, double luck)
    {
        long[] baseline = new long[40], candidate = new long[40];
        for (var block = 0; block < baseline.Length; block++)
        {
            baseline[block] = (long)(OperationsPerSlice * OperationNs * Noise(random));

            var rare = Enumerable.Range(0, OperationsPerSlice).Count(_ => random.NextDouble() < RareShare);
            var operations = OperationsPerSlice + (rare * (RareFactor - 1));
            candidate[block] = (long)(operations * OperationNs * (1 + (OverheadPercent / 100)) * luck * Noise(random));
        }

        return new PairedBatch(baseline, candidate);
    }

    private static double Noise(Random random) => Math.Exp(Normal.Sample(random, 0, 0.02));
}
