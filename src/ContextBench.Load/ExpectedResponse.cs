using System.Text;

namespace ContextBench.Load;

/// <summary>What every response has to be, byte for byte but for the time: learnt from the first one.</summary>
public sealed class ExpectedResponse
{
    private readonly ExpectedBytes _bytes;

    private ExpectedResponse(ExpectedBytes bytes) => _bytes = bytes;

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Learns from a whole response.</summary>
    /// <param name="response">Its bytes, head and body.</param>
    /// <exception cref="TargetFaultException">It is not a 200 with a body of known length.</exception>
    public static ExpectedResponse Learn(ReadOnlySpan<byte> response)
    {
        if (!response.StartsWith("HTTP/1.1 200 "u8))
            throw new TargetFaultException($"the server answered '{FirstLine(response)}' instead of 200");

        return new ExpectedResponse(ExpectedBytes.Learn(response));
    }

    /// <summary>Finds how long a response is, from its head.</summary>
    /// <param name="received">What has arrived of it.</param>
    /// <returns>Its length in bytes, or null while the head is incomplete.</returns>
    /// <exception cref="TargetFaultException">The head has no content length.</exception>
    public static int? LengthOf(ReadOnlySpan<byte> received)
    {
        var headEnd = received.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
            return null;

        var head = Encoding.ASCII.GetString(received[..headEnd]);
        var line = head.Split("\r\n")
            .FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            ?? throw new TargetFaultException($"the server answered '{FirstLine(received)}' without a content length");
        return headEnd + 4 + int.Parse(line["Content-Length:".Length..]);
    }

    /// <summary>Whether a response is the expected one.</summary>
    /// <param name="response">Its bytes.</param>
    public bool Matches(ReadOnlySpan<byte> response) => _bytes.Matches(response);

    /// <summary>The response with its times blanked, for comparison with another variant's.</summary>
    public byte[] WithoutTimes() => _bytes.WithoutTimes();

    /// <summary>The first line of a response, for a message.</summary>
    /// <param name="response">Its bytes.</param>
    public static string FirstLine(ReadOnlySpan<byte> response)
    {
        var end = response.IndexOf("\r\n"u8);
        return Encoding.ASCII.GetString(response[..(end < 0 ? Math.Min(response.Length, 80) : end)]);
    }
}
