namespace ContextBench.Measurement.Engines;

/// <summary>Reads what <c>bench/ContextBench.NBomber</c> prints, and why it could not be built.</summary>
public static class NBomberOutput
{
    /// <summary>Reads a run's line of JSON.</summary>
    /// <param name="output">What it printed.</param>
    /// <exception cref="TargetFaultException">Requests failed, none was answered, or it is no such line.</exception>
    public static LoadResult Parse(string output)
    {
        var line = output.Trim().Split('\n')[^1];
        Printed? printed;
        try
        {
            printed = JsonSerializer.Deserialize<Printed>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new TargetFaultException($"NBomber's program wrote '{line}'", exception);
        }

        return printed switch
        {
            { Failed: > 0 } => throw new TargetFaultException($"NBomber counted {printed.Failed} failed requests"),
            { Requests: > 0, RequestsPerSecond: > 0 } => new LoadResult(
                printed.Requests, printed.RequestsPerSecond, 1e3 * printed.P50Ms, 1e3 * printed.P99Ms,
                (long)(1e9 * printed.GeneratorCpuSeconds)),
            _ => throw new TargetFaultException($"NBomber got no answer: '{line}'"),
        };
    }

    /// <summary>Says in one line why it could not be built, and what to do.</summary>
    /// <param name="output">What <c>dotnet build</c> printed.</param>
    public static string WhyNotBuilt(string output)
    {
        var error = Regex.Match(output, @"error (?<text>\w+: [^\[\r\n]+)") is { Success: true } match
            ? match.Groups["text"].Value.Trim()
            : output.Trim().Split('\n')[^1];
        return $"NBomber cannot be built on this machine ({error}): measure with --engine paired, or name a folder " +
            "or feed that has the package in CONTEXTBENCH_NBOMBER_SOURCE";
    }

    private sealed record Printed(
        long Requests, long Failed, double RequestsPerSecond, double P50Ms, double P99Ms, double GeneratorCpuSeconds);
}
