namespace ContextBench.Load;

/// <summary>Bytes that are always the same but where they tell the time.</summary>
/// <remarks>
/// The time is the date of a response's head (RFC 9110, section 5.6.7) and, in a body, 13 digits between other
/// characters: ms since 1970.
/// </remarks>
public sealed class ExpectedBytes
{
    private const int DateLength = 29; // "Sun, 06 Nov 1994 08:49:37 GMT"
    private const int MillisecondsLength = 13; // from 2001 to 2286

    private readonly byte[] _bytes;
    private readonly (int Start, int Length)[] _times;

    private ExpectedBytes(byte[] bytes)
    {
        _bytes = bytes;
        _times = [.. TimesIn(bytes)];
    }

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Learns from bytes.</summary>
    /// <param name="bytes">A whole response, or a body alone.</param>
    public static ExpectedBytes Learn(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Whether others are the same.</summary>
    /// <param name="bytes">The others.</param>
    public bool Matches(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != _bytes.Length)
            return false;

        var checkedTo = 0;
        foreach (var (start, length) in _times)
        {
            if (!bytes[checkedTo..start].SequenceEqual(_bytes.AsSpan(checkedTo, start - checkedTo)))
                return false;
            checkedTo = start + length;
            if (length == MillisecondsLength && bytes[start..checkedTo].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                return false;
        }

        return bytes[checkedTo..].SequenceEqual(_bytes.AsSpan(checkedTo));
    }

    /// <summary>The bytes with the times blanked, for comparison with another variant's.</summary>
    public byte[] WithoutTimes()
    {
        var bytes = _bytes.ToArray();
        foreach (var (start, length) in _times)
            bytes.AsSpan(start, length).Fill((byte)'-');
        return bytes;
    }

    private static IEnumerable<(int Start, int Length)> TimesIn(byte[] bytes)
    {
        var headEnd = Math.Max(0, bytes.AsSpan().IndexOf("\r\n\r\n"u8));
        var date = bytes.AsSpan(0, headEnd).IndexOf("\r\nDate: "u8);
        if (date >= 0)
            yield return (date + "\r\nDate: ".Length, DateLength);

        for (var start = headEnd; start < bytes.Length; start++)
        {
            var length = bytes.Skip(start).TakeWhile(it => char.IsAsciiDigit((char)it)).Count();
            if (length == MillisecondsLength)
                yield return (start, length);
            start += length;
        }
    }
}
