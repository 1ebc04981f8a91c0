namespace ContextBench.Measurement.Servers;

/// <summary>What the server application is told about a launch, wherever it runs.</summary>
public static class ServerArguments
{
    /// <summary>
    /// The arguments, each as <c>--name=value</c>: routes in the launch's order and slots, and the workload.
    /// </summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    public static IEnumerable<string> For(LaunchPlan plan, LaunchOrder order)
    {
        var workload = plan.Run.Workload;
        var routes = order.Creation.Select(i => $"{plan.Study.Names[i]}={order.Slots[i]}");
        yield return $"--study={plan.Study.Name}";
        yield return $"--routes={string.Join(',', routes)}";
        foreach (var (name, value) in workload.SettingTexts)
            yield return $"--{name}={value}";
        yield return $"--work-us={workload.WorkMicroseconds}";
        if (plan.Run.WorkSpeed is { } speed)
            yield return $"--work-speed={speed:R}";
        if (plan.Run.HasInjectedCosts)
            yield return "--injected=true";
        if (plan.CountsPromises)
            yield return "--count-promises=true";
        yield return $"--sink={workload.Sink}";
        if (plan.ConsoleFile is not null)
            yield return $"--console-file={plan.ConsoleFile}";
    }
}
