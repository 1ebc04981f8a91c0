using ContextBench.Workloads.Emails;
using ContextBench.Workloads.Now;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class RoutePathTests
{
    [Fact]
    public void The_paths_of_all_slots_are_distinct_and_of_equal_length()
    {
        var paths = Enumerable.Range(0, 100).Select(slot => RoutePath.Of(EmailWorkload.Kind, slot)).ToArray();

        Assert.Equal("/slot07/emails", paths[7]);
        Assert.Equal(100, paths.Distinct().Count());
        Assert.All(paths, path => Assert.Equal(paths[0].Length, path.Length));
    }

    [Fact]
    public void Each_kind_of_request_has_paths_of_its_own() =>
        Assert.Equal("/slot07/now", RoutePath.Of(NowWorkload.Kind, 7));
}
