using System.ComponentModel;
using System.Text;

namespace ContextBench.Measurement.Engines;

/// <summary>wrk, the load generator of the article, as anybody would run it.</summary>
/// <param name="program">Its file, found on the path.</param>
public sealed class WrkProgram(string program = "wrk") : ILoadProgram
{
    /// <inheritdoc/>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        try
        {
            await ForeignProcess.RunAsync(
                new ProcessStartInfo(program, ["--version"]), processor: null, cancellation);
        }
        catch (Win32Exception exception)
        {
            throw new ProgramMissingException(
                "wrk is missing: install it (Debian and Ubuntu: apt-get install wrk; macOS: brew install wrk), or " +
                "measure with --engine paired", exception);
        }
    }

    /// <inheritdoc/>
    public async Task<LoadResult> RunAsync(LoadTask task, CancellationToken cancellation)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(task.Plan.Body), cancellation);
            var start = new ProcessStartInfo(
                program,
                [
                    $"-t{task.Plan.Run.Load.Arms!.Threads}", $"-c{task.Plan.Tier.Connections}", $"-d{task.Seconds}s",
                    "--latency", "-s", script, task.Route.ToString(),
                ]);
            var cpuBefore = ChildrenCpuClock.ReadNs();
            var (exitCode, output, error) = await ForeignProcess.RunAsync(start, task.Processor, cancellation);
            return exitCode == 0
                ? WrkOutput.Parse(output, ChildrenCpuClock.ReadNs() - cpuBefore)
                : throw new TargetFaultException($"wrk failed with exit code {exitCode}: {(output + error).Trim()}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(byte[] body) => body.Length == 0
        ? "" // wrk sends GET unless told
        : $"wrk.method = \"POST\"\nwrk.body = '{Encoding.UTF8.GetString(body)}'\n" +
            "wrk.headers[\"Content-Type\"] = \"application/json\"\n";
}
