using ContextBench.Reporting.Reproduction;
using Xunit;

namespace ContextBench.Reporting.Tests.Reproduction;

public sealed class LogScaleTests
{
    [Fact]
    public void A_scale_of_overheads_has_room_for_every_interval_between_round_numbers()
    {
        var scale = LogScale.OfPercent([new(60, 50, 40, 62), new(20, 0.6, 0.55, 0.65)]);

        Assert.Equal(new LogScale(0.5, 100), scale);
        Assert.Equal([1, 10, 100], scale.Decades());
        Assert.False(scale.IsBeneath(0.55));
    }

    [Fact]
    public void An_interval_down_to_nothing_does_not_stretch_the_scale()
    {
        // A third of 0.6 is 0.2.
        var scale = LogScale.OfPercent([new(20, 0.6, -0.1, 1.3), new(20, 0.6, 0.000001, 1.2)]);

        Assert.Equal(0.2, scale.Low, 12);
        Assert.True(scale.IsBeneath(-0.1));
        Assert.True(scale.IsBeneath(0.000001));
        Assert.Equal(Math.Log10(0.2), scale.PositionOf(-0.1), 12);
    }

    [Fact]
    public void Overheads_of_nothing_and_less_have_a_scale_too()
    {
        Assert.Equal(new LogScale(0.01, 10), LogScale.OfPercent([new(20, -0.02, -0.05, 0.01)]));
        Assert.Equal(new LogScale(0.5, 10), LogScale.OfPercent([new(20, -2, -3, -1)]));
        Assert.Equal(new LogScale(0.5, 10), LogScale.OfPercent([]));
    }

    [Fact]
    public void A_scale_of_requests_has_room_for_the_article_and_a_word_beside_it()
    {
        Assert.Equal(new LogScale(20, 1000), LogScale.OfRequests([new(23, 1, 0, 2), new(360, 1, 0, 2)]));
        Assert.Equal([20, 50, 100, 200, 500, 1000], new LogScale(20, 1000).RoundNumbers());
    }
}
