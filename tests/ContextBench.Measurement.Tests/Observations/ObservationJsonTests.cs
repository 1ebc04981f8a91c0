using ContextBench.Agent;
using ContextBench.Measurement.Observations;
using Xunit;

namespace ContextBench.Measurement.Tests.Observations;

public sealed class ObservationJsonTests
{
    private static readonly LaunchObservation Failed = new()
    {
        Tier = "kestrel",
        Launch = 4,
        Seed = 99,
        Fault = "the server died with exit code 137",
    };

    [Fact]
    public void A_batch_is_one_line_of_integer_arrays()
    {
        var batch = BatchObservation.Empty("kestrel", 2, 0, variants: 2, blocks: 1);
        batch.Orders[0] = [1, 0];
        batch.ElapsedNs[0][0] = 800;
        batch.ElapsedNs[1][0] = 900;

        Assert.Equal(
            """{"kind":"batch","tier":"kestrel","launch":2,"batch":0,"orders":[[1,0]]""" +
            ""","elapsedNs":[[800],[900]],"cpuNs":[[0],[0]],"collected":[[],[0]]}""",
            ObservationJson.Write<Observation>(batch with { Collected = [[], [0]] }));
    }

    [Fact]
    public void A_batch_without_a_CPU_clock_says_so_and_is_read_again()
    {
        var line = ObservationJson.Write<Observation>(
            BatchObservation.Empty("kestrel", 2, 0, variants: 1, blocks: 1, hasCpuClock: false));

        Assert.Contains(""","cpuNs":null,""", line, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<BatchObservation>(ObservationJson.Read<Observation>(line)).CpuNs);
    }

    [Fact]
    public void The_record_of_a_launch_that_failed_has_no_CPU_time_as_ever() => Assert.Contains(
        ""","sliceElapsedNs":0,"sliceCpuNs":0,"generatorCpuNs":0,""",
        ObservationJson.Write<Observation>(Failed),
        StringComparison.Ordinal);

    [Fact]
    public void A_batch_of_an_older_run_which_knew_of_no_collections_is_read()
    {
        const string line =
            """{"kind":"batch","tier":"handler","launch":1,"batch":0,"orders":[[0]],"elapsedNs":[[9]],"cpuNs":[[9]]}""";

        Assert.Equal([[]], Assert.IsType<BatchObservation>(ObservationJson.Read<Observation>(line)).Collected);
    }

    [Fact]
    public void Every_kind_of_observation_is_read_as_it_was_written()
    {
        Observation[] all =
        [
            BatchObservation.Empty("handler", 1, 0, variants: 3, blocks: 6),
            Failed,
            new LaunchObservation
            {
                Tier = "kestrel",
                Launch = 1,
                Seed = 5,
                Variants = ["classic", "async-local"],
                Runtime = new RuntimeCounters(1, 2, 3, 4, 5, 6),
                Allocations = [new AllocationObservation([1.5, 2], 3, 2, 1)],
                Latencies = [new LatencySummary(1, 2, 3, "x"), null],
            },
            new ProgressObservation(LaunchPhase.WarmUp),
        ];

        Assert.All(all, observation =>
        {
            var line = ObservationJson.Write(observation);
            Assert.DoesNotContain('\n', line);
            Assert.Equal(line, ObservationJson.Write(ObservationJson.Read<Observation>(line)));
        });
    }

    [Fact]
    public void A_line_with_an_unknown_member_is_refused_rather_than_half_read() =>
        Assert.Throws<System.Text.Json.JsonException>(
            () => ObservationJson.Read<Observation>("""{"kind":"progress","phase":"proof","surprise":1}"""));
}
