namespace ContextBench.Workloads.Logging;

/// <summary>
/// Writes each line to standard output, one system call a line, as the article's <c>console.log</c> does.
/// </summary>
public sealed class ConsoleSink : LogSink
{
    private readonly Stream _output;
    private readonly Lock _lock = new();

    /// <summary>Creates the sink.</summary>
    /// <param name="file">
    /// A file that stands in for standard output, where a measuring process would otherwise have to read it from a
    /// pipe; null for standard output itself.
    /// </param>
    public ConsoleSink(string? file = null) => _output = file is null
        ? Console.OpenStandardOutput()
        : new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    protected override void WriteLine(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            _output.Write(line);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _output.Dispose();
        base.Dispose();
    }
}
