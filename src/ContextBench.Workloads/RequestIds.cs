using System.Globalization;

namespace ContextBench.Workloads;

/// <summary>
/// Makes request ids: random in measurement, counted where bytes are compared. One object for all variants.
/// </summary>
public sealed class RequestIds
{
    private const int CounterWidth = 36; // as wide as a GUID, so that a line has the same length either way

    private long _next;
    private volatile bool _counting;

    /// <summary>Makes the next id, of 36 characters.</summary>
    public string Next() => _counting ? NextCounted() : Guid.NewGuid().ToString();

    /// <summary>Hands out 1, 2, 3 … at a fixed width from now on.</summary>
    public void StartCounting()
    {
        Interlocked.Exchange(ref _next, 0);
        _counting = true;
    }

    /// <summary>Hands out random ids again.</summary>
    public void StopCounting() => _counting = false;

    private string NextCounted() =>
        Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture).PadLeft(CounterWidth, '0');
}
