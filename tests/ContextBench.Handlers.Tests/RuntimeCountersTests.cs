using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class RuntimeCountersTests
{
    [Fact]
    public void What_was_used_between_two_readings_is_their_difference_in_each_counter()
    {
        var earlier = new RuntimeCounters(100, 10, 4, 1, 1_000, 50);
        var later = new RuntimeCounters(250, 17, 9, 3, 1_011, 63);

        // 250 - 100, 17 - 10, 9 - 4, 3 - 1, 1011 - 1000, 63 - 50
        Assert.Equal(new RuntimeCounters(150, 7, 5, 2, 11, 13), later - earlier);
        Assert.Equal(later - earlier, RuntimeCounters.Subtract(later, earlier));
    }
}
