namespace ContextBench.Measurement.Machine;

/// <summary>
/// The one runtime configuration that every measured process runs under: the runtime's own, but for what is said here.
/// </summary>
public static class RuntimeConfiguration
{
    /// <summary>Environment variables of every measured process.</summary>
    /// <remarks>
    /// <c>TC_DelaySingleProcMultiplier</c>: a process that is kept on one processor waits ten times as long before it
    /// optimizes its methods (CoreCLR's <c>clrconfignames.h</c>). Half a minute later a server was still running
    /// unoptimized code at two thirds of its later speed. 1 gives it the wait of every other process; what it ends up
    /// running is the same.
    /// </remarks>
    public static IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string> { ["DOTNET_TC_DelaySingleProcMultiplier"] = "1" };

    /// <summary>
    /// Whether two runs had their runtime configured alike, as far as that was recorded: a masked value is like no
    /// other.
    /// </summary>
    /// <param name="one">The variables that one run recorded.</param>
    /// <param name="other">Those of the other.</param>
    public static bool AreAlike(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && !one.Except(other).Any() && !one.Values.Contains(RecordedValue.None);

    /// <summary>What configures the runtime besides, as <c>NAME=value</c>: not the runtime as it ships.</summary>
    /// <param name="recorded">The variables that a run recorded.</param>
    public static IEnumerable<string> Unusual(IReadOnlyDictionary<string, string> recorded) =>
        recorded.Except(Variables).Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal);
}
