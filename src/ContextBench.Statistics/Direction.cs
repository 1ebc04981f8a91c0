namespace ContextBench.Statistics;

/// <summary>Whether a candidate's cost differs from the baseline's at all, however little.</summary>
public enum Direction
{
    /// <summary>No difference is shown.</summary>
    None,

    /// <summary>The candidate costs more.</summary>
    Up,

    /// <summary>The candidate costs less.</summary>
    Down,
}
