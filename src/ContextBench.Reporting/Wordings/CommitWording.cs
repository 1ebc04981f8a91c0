namespace ContextBench.Reporting.Wordings;

/// <summary>A commit in words, as reports name what was measured.</summary>
public static class CommitWording
{
    /// <summary>Marks, in <c>environment.json</c>, the commit of a checkout with changes of its own.</summary>
    public const char Changed = '+';

    /// <summary>Names it.</summary>
    /// <param name="commit">As <c>environment.json</c> has it; null where it is not known.</param>
    public static string Of(string? commit) => commit switch
    {
        null => "unknown",
        [.. var clean, Changed] => $"{clean}, with uncommitted changes",
        _ => commit,
    };
}
