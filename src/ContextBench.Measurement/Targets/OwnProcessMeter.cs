namespace ContextBench.Measurement.Targets;

/// <summary>Measures slices on a tier whose process under test is the launch's own.</summary>
public sealed class OwnProcessMeter : IDisposable
{
    private readonly ProcessCpuClock _cpu = new(Environment.ProcessId);
    private readonly List<CollectionSpan> _collections = [];
    private int _collectionsBefore;
    private long _cpuBefore;
    private long _start;

    /// <summary>Begins a slice.</summary>
    public void Start()
    {
        _collectionsBefore = GC.CollectionCount(0); // counts collections of every generation
        _cpuBefore = _cpu.ReadNs();
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>Ends a slice.</summary>
    /// <returns>What it took.</returns>
    public SliceCost Stop()
    {
        var end = Stopwatch.GetTimestamp();
        var cpuNs = _cpu.ReadNs() - _cpuBefore;
        if (GC.CollectionCount(0) != _collectionsBefore)
            _collections.Add(new CollectionSpan(_start, end));
        return new SliceCost((long)Stopwatch.GetElapsedTime(_start, end).TotalNanoseconds, cpuNs);
    }

    /// <summary>CPU time that this process has used so far, in ns.</summary>
    public long ReadCpuNs() => _cpu.ReadNs();

    /// <summary>Hands over the slices that a collection fell into, since this was last called.</summary>
    public IReadOnlyList<CollectionSpan> TakeCollections()
    {
        CollectionSpan[] taken = [.. _collections];
        _collections.Clear();
        return taken;
    }

    /// <inheritdoc/>
    public void Dispose() => _cpu.Dispose();
}
