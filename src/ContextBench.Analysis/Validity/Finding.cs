namespace ContextBench.Analysis.Validity;

/// <summary>What a validity check saw.</summary>
/// <param name="Warning">What was seen and what to do, in one line.</param>
/// <param name="IsInvalid">Whether the tier may not be judged for it.</param>
internal sealed record Finding(Warning Warning, bool IsInvalid);
