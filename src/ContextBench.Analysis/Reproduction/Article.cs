namespace ContextBench.Analysis.Reproduction;

/// <summary>
/// What the 2020 article measured on Node.js 14: Kuzzle's GET /_now with one log line, in one run of wrk -t12 -c300,
/// 30 s an arm (kuzzleio/kuzzle #1604).
/// </summary>
public static class Article
{
    /// <summary>Requests a second with the id as a parameter; the benchmark itself had no id in that arm.</summary>
    public const double ClassicPerSecond = 2842;

    /// <summary>Requests a second with the id in an <c>AsyncLocalStorage</c>.</summary>
    public const double AmbientPerSecond = 2613;

    /// <summary>Awaits of the pipeline that a request ran through.</summary>
    public const int Awaits = 13;

    /// <summary>About how many promises a request made, with async hooks on.</summary>
    public const int Promises = 41;

    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>What a request cost with the id as a parameter, in µs: 351.9.</summary>
    public static double RequestUs => MicrosecondsPerSecond / ClassicPerSecond;

    /// <summary>What the context added to a request, in µs: 30.84.</summary>
    public static double DifferenceUs => (MicrosecondsPerSecond / AmbientPerSecond) - RequestUs;

    /// <summary>The overhead, in percent of a request's time: 8.76.</summary>
    public static double OverheadPercent => 100 * DifferenceUs / RequestUs;

    /// <summary>How much less the server answered, in percent of its requests a second: 8.06.</summary>
    public static double FewerRequestsPercent => 100 * (1 - (AmbientPerSecond / ClassicPerSecond));
}
