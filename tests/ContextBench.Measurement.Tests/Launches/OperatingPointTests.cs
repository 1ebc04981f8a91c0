using ContextBench.Load;
using ContextBench.Measurement.Launches;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class OperatingPointTests
{
    private const double FirstWorkUs = 282;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(1.4, 5)] // the loop was compiled to slower code in this process: 0.4 of the error is left each time
    [InlineData(0.8, 3)]
    public async Task A_server_whose_work_costs_more_or_less_than_it_says_is_brought_to_the_target(
        double costOfWork, int mostTrials)
    {
        var server = new SimulatedServer(bareUs: 62, costOfWork, noise: 0);

        var workUs = await OperatingPoint.FindAsync(352, FirstWorkUs, server.MeasureAsync);

        Assert.Equal(352, server.TrueCostUs(workUs), 352 * OperatingPoint.Tolerance);
        Assert.InRange(server.Measurements, 1, mostTrials);
    }

    [Fact]
    public async Task Measured_with_three_percent_of_noise_every_request_comes_within_five_percent()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var server = new SimulatedServer(bareUs: 62, costOfWork: 1.1, noise: 0.03, seed);

            var workUs = await OperatingPoint.FindAsync(352, FirstWorkUs, server.MeasureAsync);

            Assert.InRange(server.TrueCostUs(workUs), 0.95 * 352, 1.05 * 352);
        }
    }

    [Fact]
    public async Task A_request_that_costs_more_than_the_target_already_is_refused()
    {
        var server = new SimulatedServer(bareUs: 400, costOfWork: 1, noise: 0);

        var exception = await Assert.ThrowsAsync<TargetFaultException>(
            () => OperatingPoint.FindAsync(352, FirstWorkUs, server.MeasureAsync));

        Assert.Equal(
            "a request costs more than 352 µs of CPU without extra work: it cannot be made to cost that",
            exception.Message);
    }

    [Fact]
    public async Task Where_no_trial_comes_near_enough_the_launch_fails_and_says_how_far_off_it_was()
    {
        var trial = 0;

        var exception = await Assert.ThrowsAsync<TargetFaultException>(
            () => OperatingPoint.FindAsync(352, FirstWorkUs, _ => Task.FromResult(trial++ % 2 == 0 ? 252.0 : 452.0)));

        Assert.Contains("the nearest of 8 trials was 100 µs off", exception.Message, StringComparison.Ordinal);
        Assert.Equal(OperatingPoint.MostTrials, trial);
    }

    // A server whose requests cost something bare, and so much more for each µs of work, measured with noise.
    private sealed class SimulatedServer(double bareUs, double costOfWork, double noise, int seed = 1)
    {
        private readonly Random _random = new(seed);

        public int Measurements { get; private set; }

        public double TrueCostUs(double workUs) => bareUs + (costOfWork * workUs);

        public Task<double> MeasureAsync(double workUs)
        {
            Measurements++;
            return Task.FromResult(TrueCostUs(workUs) * (1 + (noise * ((2 * _random.NextDouble()) - 1))));
        }
    }
}
