using System.Net;
using ContextBench.Load;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>generator</c>: drives a server that is already running and says what the generator itself costs, so that it can
/// be compared with another generator on the same server (CONTRIBUTING.md). Not for a run.
/// </summary>
internal static class GeneratorCommand
{
    private const double WarmUpSeconds = 1;

    public static Command Create()
    {
        var url = new Argument<string>("URL")
        {
            Description = "A route of a running server, such as http://127.0.0.1:5000/path",
        };
        var connections = new Option<int>("--connections").Default(4);
        var slice = new Option<int>("--slice").Default(16);
        var seconds = new Option<double>("--seconds").Default(4);
        var command = new Command("generator", "The load generator alone, on a running server")
        {
            url, connections, slice, seconds,
        };
        command.Hidden = true;
        command.SetAction(result =>
        {
            if (!Uri.TryCreate(result.GetValue(url), UriKind.Absolute, out var target))
                throw new UsageException($"'{result.GetValue(url)}' is no URL");
            if (!target.IsLoopback)
                throw new UsageException($"{target} is not on this machine, and the generator loads nothing else");

            var server = new IPEndPoint(IPAddress.Loopback, target.Port);
            using var generator = new LoadGenerator(server, result.GetValue(connections));
            var request = PreparedRequest.Create(target.AbsolutePath, target.Authority, ArticlePlan.Workload.Body);
            var (expected, operations) = (generator.Ask(request), result.GetValue(slice));
            using var cpu = new ProcessCpuClock(Environment.ProcessId);
            Drive(WarmUpSeconds, SendSlice);
            var cpuBefore = cpu.ReadNs();
            var requests = Drive(result.GetValue(seconds), SendSlice);
            var cpuUs = (cpu.ReadNs() - cpuBefore) / 1e3 / requests;
            result.InvocationConfiguration.Output.WriteLine($"{requests} requests, {cpuUs:0.00} µs of CPU a request");
            return ExitCode.Done;

            int SendSlice() => generator.RunSlice(request, expected, operations).LatenciesNs.Length;
        });
        return command;
    }

    private static long Drive(double seconds, Func<int> sendSlice)
    {
        var sent = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds;)
            sent += sendSlice();
        return sent;
    }
}
