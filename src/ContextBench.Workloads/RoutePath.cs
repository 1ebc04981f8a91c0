namespace ContextBench.Workloads;

/// <summary>The paths of variants' routes.</summary>
public static class RoutePath
{
    /// <summary>The last slot of a route; the first is 0.</summary>
    public const int LastSlot = 99;

    /// <summary>The path of a slot's route; all are of equal length.</summary>
    /// <param name="slot">The slot, 0 to <see cref="LastSlot"/>.</param>
    public static string Of(int slot) => $"/slot{slot:D2}/emails";
}
