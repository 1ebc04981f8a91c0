namespace ContextBench.Analysis.Micro;

/// <summary>A benchmark at one set of parameters, and its launches.</summary>
/// <param name="Class">The benchmark class.</param>
/// <param name="Parameters">As <c>LogLines=4</c>; empty where there are none.</param>
/// <param name="Method">The benchmark.</param>
/// <param name="IsBaseline">Whether the others of its class and parameters are compared with it.</param>
/// <param name="Launches">The launches that have a value, by id; there may be none.</param>
public sealed record MicroCase(
    string Class, string Parameters, string Method, bool IsBaseline, IReadOnlyList<MicroLaunch> Launches)
{
    /// <summary>The geometric mean over launches, in ns an operation; null without a launch.</summary>
    public double? Nanoseconds => Launches.Count > 0 ? MicroLaunch.MeanOf(Launches) : null;

    /// <summary>The median launch's allocated bytes an operation; null where not measured.</summary>
    public double? Bytes => Median.OfKnown(Launches.Select(launch => launch.Bytes));

    /// <summary>For people: <c>AsyncLocal [LogLines=4]</c>.</summary>
    public string Name => Parameters.Length > 0 ? $"{Method} [{Parameters}]" : Method;
}
