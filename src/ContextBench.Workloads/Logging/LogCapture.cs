using System.Buffers;

namespace ContextBench.Workloads.Logging;

/// <summary>The log bytes of a stretch of requests.</summary>
public sealed class LogCapture
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Lock _lock = new();

    /// <summary>All bytes so far.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
        {
            return _bytes.WrittenSpan.ToArray();
        }
    }

    internal void Append(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            _bytes.Write(line);
        }
    }
}
