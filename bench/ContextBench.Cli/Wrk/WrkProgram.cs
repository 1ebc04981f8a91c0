using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ContextBench.Measurement.Machine;

namespace ContextBench.Cli.Wrk;

/// <summary>The load generator of the article, as anybody would run it.</summary>
/// <param name="connections">Keep-alive connections.</param>
/// <param name="processor">The processor that it runs on, or null to leave it free.</param>
internal sealed partial class WrkProgram(int connections, int? processor)
{
    /// <summary>Makes sure that it is there.</summary>
    /// <exception cref="UsageException">It is not.</exception>
    public static void Require()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("wrk", ["--version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (Win32Exception)
        {
            throw new UsageException("wrk is missing: install it (Debian and Ubuntu: apt-get install wrk)");
        }
    }

    /// <summary>Runs it once.</summary>
    /// <param name="url">A route of a running server.</param>
    /// <param name="body">The body of every request.</param>
    /// <param name="seconds">For how long; wrk takes whole seconds.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Requests per second.</returns>
    /// <exception cref="UsageException">It failed, or a response was an error.</exception>
    public async Task<double> RunAsync(Uri url, byte[] body, int seconds, CancellationToken cancellation)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(body), cancellation);
            var start = new ProcessStartInfo(
                "wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "-s", script, url.ToString()])
            {
                RedirectStandardOutput = true,
            };
            using var process = ProcessorPinning.Start(start, processor);
            try
            {
                var output = await process.StandardOutput.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                return Parse(output)
                    ?? throw new UsageException($"wrk failed with exit code {process.ExitCode}: {output.Trim()}");
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill();
            }
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>
    /// Reads the requests per second off what wrk prints; null where responses were errors, or none came.
    /// </summary>
    /// <param name="output">What it printed.</param>
    internal static double? Parse(string output)
    {
        if (output.Contains("Non-2xx", StringComparison.Ordinal)
            || output.Contains("Socket errors", StringComparison.Ordinal))
            return null;

        var rate = Rate().Match(output);
        return rate.Success
            && double.TryParse(rate.Groups["rate"].Value, CultureInfo.InvariantCulture, out var value)
            && value > 0
                ? value
                : null;
    }

    private static string Script(byte[] body) =>
        $"wrk.method = \"POST\"\nwrk.body = '{Encoding.UTF8.GetString(body)}'\n" +
        "wrk.headers[\"Content-Type\"] = \"application/json\"\n";

    [GeneratedRegex(@"^Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();
}
