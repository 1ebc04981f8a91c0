namespace ContextBench.Measurement.Engines;

/// <summary>Reads what wrk prints with <c>--latency</c> (its <c>src/wrk.c</c> and <c>src/units.c</c>).</summary>
public static class WrkOutput
{
    /// <summary>Reads it.</summary>
    /// <param name="output">What it printed.</param>
    /// <param name="cpuNs">The CPU time that it took, in ns; null where it is not known.</param>
    /// <exception cref="TargetFaultException">Responses were errors, none came, or a figure is missing.</exception>
    public static LoadResult Parse(string output, long? cpuNs)
    {
        if (Find(output, @"^\s*(Non-2xx or 3xx responses: \d+|Socket errors: .*)$") is { Success: true } errors)
            throw new TargetFaultException($"wrk counted errors: '{errors.Value.Trim()}'");

        var rate = Number(output, "requests a second", Find(output, @"^Requests/sec:\s+(?<number>[0-9.]+)"));
        if (rate <= 0)
            throw new TargetFaultException("wrk got no answer");

        return new LoadResult(
            (long)Number(output, "number of requests", Find(output, @"^\s*(?<number>\d+) requests in ")),
            rate,
            LatencyUs(output, "median latency", "50%"),
            LatencyUs(output, "99th percentile", "99%"),
            cpuNs);
    }

    private static double LatencyUs(string output, string what, string percentile)
    {
        var match = Find(output, $@"^\s*{percentile}\s+(?<number>[0-9.]+)(?<unit>us|ms|s|m)\s*$");
        return Number(output, what, match) * match.Groups["unit"].Value switch
        {
            "us" => 1,
            "ms" => 1e3,
            "s" => 1e6,
            _ => 60e6, // m
        };
    }

    private static double Number(string output, string what, Match match) =>
        match.Success && double.TryParse(match.Groups["number"].Value, out var number)
            ? number
            : throw new TargetFaultException($"wrk printed no {what}: '{output.Trim().Split('\n')[0]}'");

    private static Match Find(string output, string pattern) => Regex.Match(output, pattern, RegexOptions.Multiline);
}
