namespace ContextBench.Analysis.Launches;

/// <summary>The launches of a tier that were finished without a fault.</summary>
internal static class FaultlessLaunches
{
    /// <summary>Finds them, each with what was observed of it.</summary>
    /// <typeparam name="TPart">What a launch is made of.</typeparam>
    /// <param name="observations">A run's observations.</param>
    /// <param name="tier">The tier's name.</param>
    /// <param name="placeOf">The tier and the launch that a part belongs to.</param>
    public static IEnumerable<(LaunchObservation Record, IEnumerable<TPart> Parts)> Of<TPart>(
        IReadOnlyCollection<Observation> observations, string tier, Func<TPart, (string Tier, int Launch)> placeOf)
    {
        var parts = observations.OfType<TPart>().ToLookup(placeOf);
        return observations.OfType<LaunchObservation>()
            .Where(launch => launch.Tier == tier && launch.Fault is null)
            .Select(launch => (launch, parts[(tier, launch.Launch)]));
    }
}
