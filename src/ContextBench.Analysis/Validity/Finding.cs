namespace ContextBench.Analysis.Validity;

/// <summary>What a validity check saw.</summary>
/// <param name="Code">The permanent name of its warning.</param>
/// <param name="Text">What was seen and what to do, in one line.</param>
/// <param name="IsInvalid">Whether the tier may not be judged for it.</param>
internal sealed record Finding(string Code, string Text, bool IsInvalid)
{
    public Warning Warning => new(Code, Text);
}
