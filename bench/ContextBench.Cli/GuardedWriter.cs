using System.Text;

namespace ContextBench.Cli;

/// <summary>A standard stream that may be full or closed, without the stack trace that this would end with.</summary>
/// <remarks>A pipe whose reader has gone is no failure: .NET drops what is written to it, as filters expect.</remarks>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter _stream;
    private readonly Action<Exception> _onFailure;

    private GuardedWriter(TextWriter stream, Action<Exception> onFailure) =>
        (_stream, _onFailure) = (stream, onFailure);

    public override Encoding Encoding => _stream.Encoding;

    /// <summary>Guards what takes data: nothing is done without it.</summary>
    /// <param name="stream">Standard output.</param>
    /// <returns>A writer that throws <see cref="OutputException"/> where the stream takes no more.</returns>
    public static GuardedWriter ForData(TextWriter stream) => new(stream, cause => throw new OutputException(cause));

    /// <summary>Guards what takes progress and diagnostics: a measurement goes on without them.</summary>
    /// <param name="stream">Standard error.</param>
    public static GuardedWriter ForDiagnostics(TextWriter stream) => new(stream, _ => { });

    public override void Write(char value) => Guarded(() => _stream.Write(value));

    public override void Write(char[] buffer, int index, int count) =>
        Guarded(() => _stream.Write(buffer, index, count));

    public override void Write(string? value) => Guarded(() => _stream.Write(value));

    // At once, so that lines of several threads stay whole.
    public override void WriteLine(string? value) => Guarded(() => _stream.WriteLine(value));

    public override void Flush() => Guarded(_stream.Flush);

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _onFailure(exception);
        }
    }
}
