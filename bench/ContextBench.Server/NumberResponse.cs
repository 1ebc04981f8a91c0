using System.Buffers.Text;

namespace ContextBench.Server;

/// <summary>Answers 200 with a JSON object of one number, of known length: <c>{"sent":N}</c>.</summary>
internal static class NumberResponse
{
    /// <summary>Answers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="start">The object up to its number, in UTF-8.</param>
    /// <param name="number">The number.</param>
    public static ValueTask<System.IO.Pipelines.FlushResult> WriteAsync(
        HttpResponse response, ReadOnlySpan<byte> start, long number)
    {
        Span<byte> body = stackalloc byte[32];
        start.CopyTo(body);
        var length = start.Length;
        Utf8Formatter.TryFormat(number, body[length..], out var digits);
        length += digits;
        body[length++] = (byte)'}';

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
        body[..length].CopyTo(response.BodyWriter.GetSpan(length));
        response.BodyWriter.Advance(length);
        return response.BodyWriter.FlushAsync();
    }
}
