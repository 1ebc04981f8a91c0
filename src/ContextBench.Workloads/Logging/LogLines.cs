using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace ContextBench.Workloads.Logging;

/// <summary>
/// The one place where a log line is formatted, for every variant: <c>[id] message</c>, or the bare message.
/// </summary>
/// <param name="sink">Where lines go.</param>
public sealed class LogLines(LogSink sink)
{
    private const int StackBytes = 512;

    /// <summary>Formats a line once and writes it.</summary>
    /// <param name="requestId">The request's id, or null for the bare message.</param>
    /// <param name="message">The message, without a line feed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // one native copy, shared by all variants
    public void Write(string? requestId, string message)
    {
        // '[' id ']' ' ' message '\n'
        var most = Encoding.UTF8.GetMaxByteCount((requestId?.Length ?? 0) + message.Length) + 4;
        byte[]? rented = null;
        var line = most <= StackBytes ? stackalloc byte[StackBytes] : rented = ArrayPool<byte>.Shared.Rent(most);

        var length = 0;
        if (requestId is not null)
        {
            line[length++] = (byte)'[';
            length += Encoding.UTF8.GetBytes(requestId, line[length..]);
            line[length++] = (byte)']';
            line[length++] = (byte)' ';
        }

        length += Encoding.UTF8.GetBytes(message, line[length..]);
        line[length++] = (byte)'\n';
        sink.Write(line[..length]);

        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }
}
