using System.Text;

namespace ContextBench.Cli;

/// <summary>A standard stream that may be full or closed, without the stack trace that this would end with.</summary>
/// <remarks>A pipe whose reader has gone is no failure: .NET drops what is written to it, as filters expect.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="onFailure">What to do where it takes no more; without an exception the program goes on.</param>
internal sealed class GuardedWriter(TextWriter stream, Action<Exception> onFailure) : TextWriter
{
    public override Encoding Encoding => stream.Encoding;

    public override void Write(char value) => Guarded(() => stream.Write(value));

    public override void Write(char[] buffer, int index, int count) =>
        Guarded(() => stream.Write(buffer, index, count));

    public override void Write(string? value) => Guarded(() => stream.Write(value));

    // At once, so that lines of several threads stay whole.
    public override void WriteLine(string? value) => Guarded(() => stream.WriteLine(value));

    public override void Flush() => Guarded(stream.Flush);

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            onFailure(exception);
        }
    }
}
