namespace ContextBench.Cli;

/// <summary>Finds what somebody may have meant.</summary>
internal static class Nearest
{
    /// <summary>A hint with the nearest known name, or with all of them where none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What is known.</param>
    public static string Hint(string word, IReadOnlyCollection<string> known) =>
        To(word, known) is { } nearest ? $"did you mean '{nearest}'?" : $"there is {string.Join(", ", known)}";

    /// <summary>A word that is known.</summary>
    /// <param name="what">What it names.</param>
    /// <param name="word">What was written.</param>
    /// <param name="known">What is known.</param>
    /// <exception cref="UsageException">It is not known: says what may have been meant.</exception>
    public static string Require(string what, string word, IReadOnlyCollection<string> known) => known.Contains(word)
        ? word
        : throw new UsageException($"unknown {what} '{word}': {Hint(word, known)}");

    /// <summary>The nearest known name, or null where none is near enough to be meant.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What is known.</param>
    public static string? To(string word, IReadOnlyCollection<string> known) => known
        .Select(name => (Name: name, Distance: Distance(word, name)))
        .Where(candidate => candidate.Distance <= Math.Max(2, candidate.Name.Length / 3)
            || (word.Length > 0 && candidate.Name.StartsWith(word, StringComparison.Ordinal)))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>
    /// Insertions, deletions and substitutions that lead from one word to the other (Levenshtein 1966).
    /// </summary>
    /// <param name="one">A word.</param>
    /// <param name="other">Another.</param>
    public static int Distance(string one, string other)
    {
        var previous = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var current = new int[other.Length + 1];
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substitution = previous[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
