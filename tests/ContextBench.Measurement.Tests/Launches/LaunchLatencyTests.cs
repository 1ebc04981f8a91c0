using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Targets;
using ContextBench.Measurement.Tests.Plans;
using ContextBench.Targets;
using Xunit;

namespace ContextBench.Measurement.Tests.Launches;

public sealed class LaunchLatencyTests
{
    [Fact]
    public async Task Latencies_are_those_of_the_blocks_alone_and_not_of_the_phases_around_them()
    {
        var plan = ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "control"));
        var order = LaunchOrder.Draw(2, new Random(1));
        await using var session = new Counting(new HandlerTarget(plan, order));

        var record = await new Launch(plan, order, session, new Random(1), _ => { }).RunAsync();

        Assert.All(
            record.Latencies,
            latencies => Assert.Equal(record.Blocks * record.SliceOperations, latencies!.Count));
    }

    private sealed class Counting(HandlerTarget inner) : RelayedTarget(inner), ILatencies
    {
        private readonly LatencyHistogram[] _latencies = [new(), new()];

        public override ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
        {
            for (var i = 0; i < operations; i++)
                _latencies[variant].Record(5_000);
            return base.RunSliceAsync(variant, operations);
        }

        public void ResetLatencies() => Array.ForEach(_latencies, histogram => histogram.Reset());

        public LatencyHistogram LatenciesOf(int variant) => _latencies[variant];
    }
}
