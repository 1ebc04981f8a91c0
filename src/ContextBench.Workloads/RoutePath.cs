namespace ContextBench.Workloads;

/// <summary>The paths of variants' routes.</summary>
public static class RoutePath
{
    /// <summary>The last slot of a route; the first is 0.</summary>
    public const int LastSlot = 99;

    /// <summary>The path of a slot's route; all of a kind of request are of equal length.</summary>
    /// <param name="kind">The kind of request.</param>
    /// <param name="slot">The slot, 0 to <see cref="LastSlot"/>.</param>
    public static string Of(WorkloadKind kind, int slot) => $"/slot{slot:D2}/{kind.Name}";
}
