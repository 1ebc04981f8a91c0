using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class ServerProtocolTests
{
    [Fact]
    public void The_paths_of_all_slots_are_distinct_and_of_equal_length()
    {
        var paths = Enumerable.Range(0, 100).Select(ServerProtocol.PathOf).ToArray();

        Assert.Equal("/slot07/emails", paths[7]);
        Assert.Equal(100, paths.Distinct().Count());
        Assert.All(paths, path => Assert.Equal(paths[0].Length, path.Length));
    }
}
