using ContextBench.Agent;
using ContextBench.Workloads.Now;
using Xunit;

namespace ContextBench.Workloads.Tests.Now;

public sealed class NowWorkloadTests
{
    [Fact]
    public void The_request_is_a_get_that_logs_one_line()
    {
        Assert.False(NowWorkload.Kind.IsPosted);
        Assert.Empty(NowWorkload.Kind.Default.Body);
        Assert.Equal(1, NowWorkload.Kind.Default.LogLines);
    }

    [Fact]
    public void What_a_runs_files_say_of_a_workload_makes_it_again()
    {
        var workload = new NowWorkload(12.5, SinkKind.Console) { Depth = 13 };

        Assert.Equal(workload, NowWorkload.Kind.From(workload.Facts));
        Assert.Equal("the server's time (1 log line), depth 13", workload.Facts.Summary);
        Assert.Equal("depth=13 work-us=12.5 sink=console", workload.Facts.Describe());
    }

    [Fact]
    public void The_time_has_thirteen_digits_so_that_every_answer_has_one_length() =>
        Assert.InRange(ServerTime.Now, 1_000_000_000_000, 9_999_999_999_999);
}
