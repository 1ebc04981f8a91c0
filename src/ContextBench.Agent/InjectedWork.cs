namespace ContextBench.Agent;

/// <summary>
/// What is done beside a variant's own work: the workload's CPU work, and the variant's cost. All variants of a process
/// run this same code and differ in its amounts alone.
/// </summary>
/// <param name="work">CPU work of every request, at first.</param>
/// <param name="allocatedBytes">Bytes that every request allocates; 0 for none.</param>
/// <param name="rareShare">The share of requests that do rare work, 0 to 1.</param>
/// <param name="rareWork">The work of each of these.</param>
public sealed class InjectedWork(CpuWork work, int allocatedBytes, double rareShare, CpuWork rareWork)
{
    private const double TimedShare = 1 / 16.0; // of all requests; to read the clock twice takes some 50 ns

    private readonly WorkTimes _times = new();
    private byte[]? _allocated; // kept, or the compiler would not allocate it

    /// <summary>CPU work of every request.</summary>
    public CpuWork Work { get; set; } = work;

    public byte[]? Allocated => _allocated;

    public void Run()
    {
        var draw = Random.Shared.NextDouble();
        if (draw >= 1 - TimedShare)
            _times.Run(Work);
        else
            Work.Run();
        if (allocatedBytes > 0)
            _allocated = new byte[allocatedBytes - InjectedCost.FewestBytes];
        if (draw < rareShare)
            rareWork.Run();
    }

    public WorkTime TakeTime() => _times.Take(Work.Iterations);
}
