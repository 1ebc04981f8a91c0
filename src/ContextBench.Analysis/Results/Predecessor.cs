namespace ContextBench.Analysis.Results;

/// <summary>What a variant's slices leave behind: how much more expensive the slice after one of them is.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Percent">Against a slice after the others, in percent.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent.</param>
/// <param name="High">The upper bound.</param>
/// <param name="IsShown">Whether it differs from 0 at all, adjusted for the number of variants.</param>
public sealed record Predecessor(string Variant, double Percent, double Low, double High, bool IsShown);
