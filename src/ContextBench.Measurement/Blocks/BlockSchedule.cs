namespace ContextBench.Measurement.Blocks;

/// <summary>
/// Hands out the order of each block: the rows of a Williams design, shuffled anew for every pass over it.
/// </summary>
public sealed class BlockSchedule
{
    private readonly int[][] _orders;
    private readonly Random _random;
    private int _next;

    /// <summary>Creates a schedule.</summary>
    /// <param name="variants">Number of variants, 1 or more.</param>
    /// <param name="random">Permutes the variants' places in the design once, and its rows for every pass.</param>
    public BlockSchedule(int variants, Random random)
    {
        _random = random;
        var labels = Enumerable.Range(0, variants).ToArray();
        random.Shuffle(labels);
        _orders = [.. WilliamsDesign.For(variants).Select(order => order.Select(variant => labels[variant]).ToArray())];
        random.Shuffle(_orders);
    }

    /// <summary>Number of blocks in one pass; the schedule is balanced after each whole pass.</summary>
    public int BlocksPerPass => _orders.Length;

    /// <summary>The order of the next block: variant indices, first to last.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (_next == _orders.Length)
        {
            _random.Shuffle(_orders);
            _next = 0;
        }

        return _orders[_next++];
    }
}
