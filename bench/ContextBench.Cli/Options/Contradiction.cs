namespace ContextBench.Cli.Options;

/// <summary>Options that contradict each other.</summary>
/// <param name="Applies">Whether they were written together.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Contradiction(
    Func<ParseResult, AskedLoad, bool> Applies, Func<AskedLoad, string> Message)
{
    public Contradiction(Func<ParseResult, AskedLoad, bool> applies, string message)
        : this(applies, _ => message)
    {
    }
}

/// <summary>How load was asked to be made.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Residency">Where the variants live.</param>
/// <param name="IsOpenLoop">Whether requests are sent at a rate.</param>
internal sealed record AskedLoad(string Engine, Residency Residency, bool IsOpenLoop)
{
    /// <summary>Whether slices are run by the paired engine.</summary>
    public bool IsPaired => Engine == EngineNames.Paired;
}
