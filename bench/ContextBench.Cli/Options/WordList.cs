namespace ContextBench.Cli.Options;

/// <summary>A list as options have it: words with commas between them.</summary>
internal static class WordList
{
    /// <summary>The words.</summary>
    public static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>The words of a list of numbers that was checked, each once.</summary>
    public static int[] Numbers(string list) => [.. Words(list).Select(int.Parse).Distinct()];

    /// <summary>Those of some words that a list has, in their own order; all of them where there is no list.</summary>
    public static string[] Chosen(string? list, IEnumerable<string> known) =>
        [.. known.Where(word => list is null || Words(list).Contains(word))];
}
