namespace ContextBench.Agent;

/// <summary>
/// Makes the work that is added to variants: to none of a process's variants, or to every one of them, so that a
/// variant with an injected cost differs from the others by the cost and by no wrapper.
/// </summary>
/// <param name="workloadUs">CPU work of a request of any variant, in µs; 0 for none.</param>
/// <param name="hasInjectedCosts">Whether a variant of the process has an injected cost.</param>
/// <param name="speed">Iterations in 1 µs where they are known, or null to measure them where there is work.</param>
public sealed class WorkSource(double workloadUs, bool hasInjectedCosts, double? speed)
{
    /// <summary>Iterations in 1 µs; null where there is no work to add.</summary>
    public double? Speed { get; } =
        workloadUs == 0 && !hasInjectedCosts ? null : speed ?? CpuWork.MeasureSpeed();

    /// <summary>Work of so many µs; there has to be work to add.</summary>
    public CpuWork Lasting(double microseconds) => CpuWork.Lasting(microseconds, Speed!.Value);

    /// <summary>The workload's work and an injected cost; null where there is no work to add.</summary>
    public InjectedWork? WorkOf(InjectedCost cost) => Speed is null
        ? null
        : new InjectedWork(
            Lasting(workloadUs + cost.WorkMicroseconds),
            cost.AllocatedBytes,
            cost.RareShare,
            Lasting(cost.RareMicroseconds));
}
