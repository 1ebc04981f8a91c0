namespace ContextBench.Workloads.Logging;

/// <summary>Where finished log lines go. One object for all variants of a process.</summary>
public abstract class LogSink : IDisposable
{
    private volatile LogCapture? _capture;

    /// <summary>Takes one line.</summary>
    /// <param name="line">UTF-8, with its line feed.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        _capture?.Append(line);
        WriteLine(line);
    }

    /// <summary>Copies every line from now on, for the proof that variants write the same bytes.</summary>
    public LogCapture StartCapture() => _capture = new LogCapture();

    /// <summary>Copies no more lines.</summary>
    public void StopCapture() => _capture = null;

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Takes one line, in the way of this sink.</summary>
    /// <param name="line">UTF-8, with its line feed.</param>
    protected abstract void WriteLine(ReadOnlySpan<byte> line);
}
