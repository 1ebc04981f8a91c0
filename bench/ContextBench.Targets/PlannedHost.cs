using ContextBench.Handlers;

namespace ContextBench.Targets;

/// <summary>Handlers that are hosted in the launch's own process, as its plan says.</summary>
internal static class PlannedHost
{
    public static HandlerHost HostOf(this LaunchPlan plan, IEnumerable<string> variants, int copies = 1) => new(
        Workload.From(plan.Run.Workload), StudyCatalogue.Get(plan.Study.Name), variants, new HostSettings
        {
            ConsoleFile = plan.ConsoleFile,
            WorkSpeed = plan.Run.WorkSpeed,
            HasInjectedCosts = plan.Run.HasInjectedCosts,
            Copies = copies,
        });
}
