using System.CommandLine.Parsing;

namespace ContextBench.Cli;

/// <summary>Commands that somebody will paste into a shell.</summary>
internal static class ShellCommand
{
    private const string Program = "./run-bench.sh";
    private const string Plain = "%+,-./:=@_";

    /// <summary>A call of this program, of whose words a POSIX shell makes the same words again.</summary>
    /// <param name="words">Its arguments.</param>
    public static string Of(params IEnumerable<string> words) => string.Join(' ', words.Select(Quote).Prepend(Program));

    /// <summary>The call that does the same again: what was written, but for the folder.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="seed">The seed, written or drawn; null for a command that has none.</param>
    /// <param name="withDefaults">Whether it names defaults too, so that it stays the same when they change.</param>
    public static string Again(ParseResult result, int? seed, bool withDefaults = false)
    {
        var command = result.CommandResult.Command;
        var arguments = command.Arguments.SelectMany(argument => WordsOf(result.GetResult(argument)));
        var options = command.Options
            .Where(option => option.Name is not ("--output" or "--seed"))
            .SelectMany(option => result.GetResult(option) is { Implicit: false } written
                ? WordsOf(written).Prepend(option.Name)
                : DefaultOf(option, withDefaults));
        string[] seedWords = seed is null ? [] : ["--seed", $"{seed}"];
        return Of([command is RootCommand ? "run" : command.Name, .. arguments, .. options, .. seedWords]);
    }

    private static IEnumerable<string> DefaultOf(Option option, bool withDefaults) =>
        withDefaults && option.HasDefaultValue && option.GetDefaultValue() is { } value
            ? [option.Name, $"{value}"]
            : [];

    private static IEnumerable<string> WordsOf(SymbolResult? result) =>
        result?.Tokens.Select(token => token.Value) ?? [];

    // Between single quotes nothing is special but the quote that ends them. Words that need none stay readable.
    private static string Quote(string word) => word.Length > 0 && word[0] != '=' && word.All(IsPlain)
        ? word
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter);
}
