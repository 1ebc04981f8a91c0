using System.Buffers.Text;

namespace ContextBench.Server;

/// <summary>Answers 200 with <c>{"sent":N}</c>, of known length.</summary>
internal static class EmailResponse
{
    public static ValueTask<System.IO.Pipelines.FlushResult> WriteAsync(HttpResponse response, int sent)
    {
        Span<byte> body = stackalloc byte[32];
        "{\"sent\":"u8.CopyTo(body);
        var length = 8;
        Utf8Formatter.TryFormat(sent, body[length..], out var digits);
        length += digits;
        body[length++] = (byte)'}';

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = length;
        body[..length].CopyTo(response.BodyWriter.GetSpan(length));
        response.BodyWriter.Advance(length);
        return response.BodyWriter.FlushAsync();
    }
}
