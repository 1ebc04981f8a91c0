using ContextBench.Measurement.Observations;
using Xunit;

namespace ContextBench.Measurement.Tests.Observations;

public sealed class WindowObservationTests
{
    private static readonly WindowObservation Window = new()
    {
        Tier = "kestrel",
        Launch = 2,
        Round = 0,
        Order = 1,
        Variant = 2,
        Requests = 2000,
        RatePerSecond = 2000,
        ReachedPerSecond = 1999.5,
        P50Ns = 5,
        P90Ns = 9,
        P99Ns = 99,
        P999Ns = 999,
        MaxNs = 1000,
        CpuNs = 600,
        ElapsedNs = 1001,
    };

    [Fact]
    public void A_window_is_one_line_and_is_read_as_it_was_written()
    {
        var line = ObservationJson.Write<Observation>(Window);

        Assert.Equal(
            """{"kind":"window","tier":"kestrel","launch":2,"round":0,"order":1,"variant":2,"requests":2000""" +
            ""","ratePerSecond":2000,"reachedPerSecond":1999.5,"p50Ns":5,"p90Ns":9,"p99Ns":99,"p999Ns":999""" +
            ""","maxNs":1000,"cpuNs":600,"elapsedNs":1001}""",
            line);
        Assert.Equal(Window, ObservationJson.Read<Observation>(line));
    }
}
