namespace ContextBench.Cli;

/// <summary>Commands that somebody will paste into a shell.</summary>
internal static class ShellCommand
{
    private const string Program = "./run-bench.sh";
    private const string Plain = "%+,-./:=@_";

    /// <summary>A call of this program, of whose words a POSIX shell makes the same words again.</summary>
    /// <param name="words">Its arguments.</param>
    public static string Of(params IEnumerable<string> words) => string.Join(' ', words.Select(Quote).Prepend(Program));

    // Between single quotes nothing is special but the quote that ends them. Words that need none stay readable.
    private static string Quote(string word) => word.Length > 0 && word[0] != '=' && word.All(IsPlain)
        ? word
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter);
}
