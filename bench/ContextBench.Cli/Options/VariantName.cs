namespace ContextBench.Cli.Options;

/// <summary>A variant as it was written, which is known once its study is.</summary>
internal static class VariantName
{
    /// <summary>The name of a study's variant, with an injected cost or without.</summary>
    /// <param name="study">The study.</param>
    /// <param name="word">What was written.</param>
    /// <exception cref="UsageException">The study has no such variant: says which it has.</exception>
    public static string Require(Study study, string word)
    {
        var baseline = study.Baseline.Name;
        return study.Find(word)?.Name ?? throw new UsageException(word.Contains(InjectedCost.Separator)
            ? $"'{word}' is no variant with an injected cost: write {baseline}+0.5us (CPU work), " +
                $"{baseline}+256B (allocation, a multiple of 8) or {baseline}+0.5%of80us (of some requests)"
            : $"unknown variant '{word}': there is {string.Join(", ", study.Variants.Select(it => it.Name))}");
    }
}
