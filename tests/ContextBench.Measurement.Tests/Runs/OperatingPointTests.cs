using ContextBench.Measurement.Runs;
using Xunit;

namespace ContextBench.Measurement.Tests.Runs;

public sealed class OperatingPointTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1.25)] // the server's caches make the spin dearer
    [InlineData(0.8)]
    public async Task A_server_whose_work_costs_more_or_less_than_it_says_is_brought_to_the_target(double costOfWork)
    {
        var server = new SimulatedServer(bareUs: 62, costOfWork, noise: 0);

        var found = await OperatingPoint.FindAsync(352, server.BareUs, server.MeasureAsync);

        Assert.Equal(352, server.TrueCostUs(found.WorkUs), 352 * OperatingPoint.Tolerance);
        Assert.Equal((352 - 62) / costOfWork, found.WorkUs, 4.0);
        Assert.InRange(server.Measurements, 1, 2); // the first correction is exact without noise
    }

    [Fact]
    public async Task With_processes_that_differ_by_three_percent_the_nearest_of_a_few_trials_is_taken()
    {
        var misses = new List<double>();
        for (var seed = 0; seed < 200; seed++)
        {
            var server = new SimulatedServer(bareUs: 62, costOfWork: 1.1, noise: 0.03, seed);

            var found = await OperatingPoint.FindAsync(352, server.BareUs, server.MeasureAsync);

            Assert.InRange(server.Measurements, 1, OperatingPoint.MostTrials);
            misses.Add(Math.Abs(server.TrueCostUs(found.WorkUs) - 352) / 352);
        }

        // One measurement is 3 % off: the work found is as good as the measurements that it was found by.
        Assert.InRange(misses.Average(), 0, 0.03);
        Assert.InRange(misses.Max(), 0, 0.12);
    }

    [Fact]
    public async Task A_request_that_costs_more_than_the_target_already_is_refused()
    {
        var server = new SimulatedServer(bareUs: 400, costOfWork: 1, noise: 0);

        var exception = await Assert.ThrowsAsync<InvalidRunException>(
            () => OperatingPoint.FindAsync(352, server.BareUs, server.MeasureAsync));

        Assert.Equal(
            "a request costs 400 µs of CPU without extra work: it cannot be made to cost 352", exception.Message);
        Assert.Equal(0, server.Measurements);
    }

    // A server whose requests cost something bare, and so much more for each µs of work, measured with noise.
    private sealed class SimulatedServer(double bareUs, double costOfWork, double noise, int seed = 1)
    {
        private readonly Random _random = new(seed);

        public double BareUs => bareUs;

        public int Measurements { get; private set; }

        public double TrueCostUs(double workUs) => bareUs + (costOfWork * workUs);

        public Task<double> MeasureAsync(double workUs)
        {
            Measurements++;
            return Task.FromResult(TrueCostUs(workUs) * (1 + (noise * ((2 * _random.NextDouble()) - 1))));
        }
    }
}
