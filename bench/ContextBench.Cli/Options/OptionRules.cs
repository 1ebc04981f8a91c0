using System.Globalization;
using System.Numerics;

namespace ContextBench.Cli.Options;

/// <summary>What options take, checked as they are parsed: what is wrong is said before anything is measured.</summary>
internal static class OptionRules
{
    /// <summary>
    /// Takes numbers of a range, with a decimal point in every culture and no separators of thousands: '0,5' is no
    /// number rather than 5.
    /// </summary>
    /// <param name="option">The option.</param>
    /// <param name="least">The least that it takes.</param>
    /// <param name="most">The most.</param>
    /// <param name="allowed">The range in words.</param>
    public static TOption Within<TOption, T>(this TOption option, T least, T most, string allowed)
        where TOption : Option
        where T : INumber<T> => option.Takes(allowed, word => IsWithin(word, least, most), word => [word]);

    /// <summary>Takes whole numbers of a range, separated by commas.</summary>
    /// <param name="option">The option.</param>
    /// <param name="most">The most that it takes; the least is 1.</param>
    public static Option<string> NumbersUpTo(this Option<string> option, int most) =>
        option.Takes($"numbers of 1 to {most}, separated by commas", word => IsWithin(word, 1, most), Words);

    /// <summary>Takes one of some words.</summary>
    /// <param name="option">The option.</param>
    /// <param name="known">The words.</param>
    /// <param name="unlisted">One more, which no list has.</param>
    public static TOption OneOf<TOption>(
        this TOption option, IReadOnlyCollection<string> known, string? unlisted = null)
        where TOption : Option => option.Takes(
            string.Join(", ", known), word => known.Contains(word) || word == unlisted, word => [word]);

    /// <summary>Takes some of some words, separated by commas.</summary>
    /// <param name="option">The option.</param>
    /// <param name="known">The words.</param>
    public static TOption SomeOf<TOption>(this TOption option, IReadOnlyCollection<string> known)
        where TOption : Option => option.Takes(string.Join(", ", known), known.Contains, Words);

    /// <summary>The numbers of a list that was checked, each once.</summary>
    public static int[] Numbers(string list) => [.. Words(list).Select(int.Parse).Distinct()];

    /// <summary>Those of some words that a list has, in their own order; all of them where there is no list.</summary>
    public static string[] Chosen(string? list, IEnumerable<string> known) =>
        [.. known.Where(word => list is null || Words(list).Contains(word))];

    /// <summary>The words of a list that has commas between them.</summary>
    public static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>The values of an enumeration as options have them.</summary>
    public static IReadOnlyCollection<string> WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static TOption Takes<TOption>(
        this TOption option, string allowed, Func<string, bool> isAllowed, Func<string, string[]> wordsOf)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.SelectMany(token => wordsOf(token.Value)).Where(it => !isAllowed(it)))
            {
                var hint = word.Contains(',') ? ": write 0.5 with a point" : "";
                result.AddError($"{option.Name} takes {allowed}; got '{word}'{hint}");
            }
        });
        return option;
    }

    private static bool IsWithin<T>(string word, T least, T most)
        where T : INumber<T>
    {
        var style = typeof(T) == typeof(int) ? NumberStyles.Integer : NumberStyles.Float;
        return T.TryParse(word, style, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most;
    }
}
