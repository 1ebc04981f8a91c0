namespace ContextBench.Measurement.Engines;

/// <summary>Reads what wrk prints with <c>--latency</c> (its <c>src/wrk.c</c> and <c>src/units.c</c>).</summary>
public static partial class WrkOutput
{
    /// <summary>Reads it.</summary>
    /// <param name="output">What it printed.</param>
    /// <param name="cpuNs">The CPU time that it took, in ns; null where it is not known.</param>
    /// <exception cref="TargetFaultException">Responses were errors, none came, or a figure is missing.</exception>
    public static LoadResult Parse(string output, long? cpuNs)
    {
        if (Errors().Match(output) is { Success: true } errors)
            throw new TargetFaultException($"wrk counted errors: '{errors.Value.Trim()}'");

        var rate = Number(Rate().Match(output), "requests a second", output);
        if (rate <= 0)
            throw new TargetFaultException("wrk got no answer");

        return new LoadResult(
            (long)Number(Requests().Match(output), "number of requests", output),
            rate,
            LatencyUs(Median().Match(output), "median latency", output),
            LatencyUs(Percentile99().Match(output), "99th percentile", output),
            cpuNs);
    }

    private static double LatencyUs(Match match, string what, string output) =>
        Number(match, what, output) * match.Groups["unit"].Value switch
        {
            "us" => 1,
            "ms" => 1e3,
            "s" => 1e6,
            _ => 60e6, // m
        };

    private static double Number(Match match, string what, string output) =>
        match.Success && double.TryParse(match.Groups["number"].Value, out var number)
            ? number
            : throw new TargetFaultException($"wrk printed no {what}: '{FirstLine(output)}'");

    private static string FirstLine(string output) => output.Trim().Split('\n')[0];

    [GeneratedRegex(
        @"^\s*(Non-2xx or 3xx responses: \d+|Socket errors: .*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Errors();

    [GeneratedRegex(@"^\s*(?<number>\d+) requests in ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^Requests/sec:\s+(?<number>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();

    [GeneratedRegex(
        @"^\s*50%\s+(?<number>[0-9.]+)(?<unit>us|ms|s|m)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Median();

    [GeneratedRegex(
        @"^\s*99%\s+(?<number>[0-9.]+)(?<unit>us|ms|s|m)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Percentile99();
}
