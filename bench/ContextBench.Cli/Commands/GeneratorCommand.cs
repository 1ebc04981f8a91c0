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

    public static Command Create(TextWriter output)
    {
        var url = new Argument<Uri>("URL")
        {
            Description = "A route of a running server, such as http://127.0.0.1:5000/path",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri)
                ? uri
                : throw new UsageException($"'{result.Tokens[0].Value}' is no URL"),
        };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 4 };
        var slice = new Option<int>("--slice") { DefaultValueFactory = _ => 16 };
        var seconds = new Option<double>("--seconds") { DefaultValueFactory = _ => 4 };
        var command = new Command("generator", "The load generator alone, on a running server")
        {
            url, connections, slice, seconds,
        };
        command.Hidden = true;
        command.SetAction(result =>
        {
            var target = result.GetValue(url)!;
            if (!target.IsLoopback)
                throw new UsageException($"{target} is not on this machine, and the generator loads nothing else");

            var server = new IPEndPoint(IPAddress.Loopback, target.Port);
            using var generator = new LoadGenerator(server, result.GetValue(connections));
            var request = PreparedRequest.Create(target.AbsolutePath, target.Authority, Workload.Article.Body);
            var (requests, cpuUs) = Measure(generator, request, result.GetValue(slice), result.GetValue(seconds));
            output.WriteLine($"{requests} requests, {cpuUs:0.00} µs of CPU a request");
            return ExitCode.Done;
        });
        return command;
    }

    private static (long Requests, double CpuUs) Measure(
        LoadGenerator generator, byte[] request, int slice, double seconds)
    {
        var expected = generator.Ask(request);
        using var cpu = new ProcessCpuClock(Environment.ProcessId);
        Drive(WarmUpSeconds);
        var cpuBefore = cpu.ReadNs();
        var requests = Drive(seconds);
        return (requests, (cpu.ReadNs() - cpuBefore) / 1e3 / requests);

        long Drive(double duration)
        {
            var sent = 0L;
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < duration;)
                sent += generator.RunSlice(request, expected, slice).LatenciesNs.Length;
            return sent;
        }
    }
}
