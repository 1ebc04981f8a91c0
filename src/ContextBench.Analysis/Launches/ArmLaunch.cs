namespace ContextBench.Analysis.Launches;

/// <summary>A launch that counts, of an engine that measures one variant after the other.</summary>
/// <param name="Record">The launch's own record.</param>
/// <param name="Arms">What was measured of each variant, by its name.</param>
internal sealed record ArmLaunch(LaunchObservation Record, IReadOnlyDictionary<string, ArmObservation> Arms)
    : ICountedLaunch
{
    /// <summary>Launches without a fault in which every variant was measured.</summary>
    public static IReadOnlyList<ArmLaunch> From(IReadOnlyCollection<Observation> observations, string tier) =>
    [
        .. FaultlessLaunches.Of<ArmObservation>(observations, tier, arm => (arm.Tier, arm.Launch))
            .Select(launch => new ArmLaunch(launch.Record, launch.Parts.ToDictionary(arm => arm.Variant)))
            .Where(launch => launch.Record.Variants.All(launch.Arms.ContainsKey)),
    ];

    /// <summary>The arms in which a clock went backwards: a server that answers uses CPU time.</summary>
    public int BackwardArms => Arms.Values.Count(arm => arm.ServerCpuNs <= 0 || arm.GeneratorCpuNs < 0);

    public double TimeUs(string variant) => 1e6 / Arms[variant].RequestsPerSecond;

    public double ServerCpuUs(string variant) => Arms[variant].ServerCpuNs / 1e3 / Arms[variant].Requests;

    public double UnderTestCpuUs =>
        Arms.Values.Sum(arm => arm.ServerCpuNs) / 1e3 / Arms.Values.Sum(arm => arm.Requests);

    public double? GeneratorCpuUs =>
        Arms.Values.All(arm => arm.GeneratorCpuNs is not null)
            ? Arms.Values.Sum(arm => arm.GeneratorCpuNs!.Value) / 1e3 / Arms.Values.Sum(arm => arm.Requests)
            : null;

    public double? BusyShare =>
        Arms.Values.Sum(arm => arm.ServerCpuNs / 1e9) / Arms.Values.Sum(arm => arm.Requests / arm.RequestsPerSecond);
}
