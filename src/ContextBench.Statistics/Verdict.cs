namespace ContextBench.Statistics;

/// <summary>What a comparison concludes against the margin.</summary>
public enum Verdict
{
    /// <summary>Any overhead, or saving, is smaller than the margin.</summary>
    Equivalent,

    /// <summary>The candidate costs more, by more than the margin.</summary>
    Slower,

    /// <summary>The candidate costs less, by more than the margin.</summary>
    Faster,

    /// <summary>The launches do not settle it.</summary>
    Inconclusive,

    /// <summary>A validity check fired: the numbers must not be used.</summary>
    Invalid,
}
