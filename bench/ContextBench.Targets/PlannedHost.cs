namespace ContextBench.Targets;

/// <summary>What a launch's plan says of handlers that are hosted in the launch's own process.</summary>
internal static class PlannedHost
{
    public static HostSettings SettingsOfHost(this LaunchPlan plan) => new()
    {
        ConsoleFile = plan.ConsoleFile,
        WorkSpeed = plan.WorkSpeed,
        HasInjectedCosts = plan.HasInjectedCosts,
    };
}
