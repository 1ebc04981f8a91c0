namespace ContextBench.Workloads.Logging;

/// <summary>Counts the bytes of each line and drops it: the least that a logger can do.</summary>
public sealed class NullSink : LogSink
{
    private long _bytes;

    /// <summary>Bytes taken so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <inheritdoc/>
    protected override void WriteLine(ReadOnlySpan<byte> line) => Interlocked.Add(ref _bytes, line.Length);
}
