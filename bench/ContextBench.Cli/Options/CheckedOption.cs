using System.Globalization;
using System.Numerics;

namespace ContextBench.Cli.Options;

/// <summary>
/// Options that check what they take as it is parsed, so that what is wrong is said before anything is measured.
/// </summary>
internal static class CheckedOption
{
    /// <summary>An option that takes anything yet.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="helpName">What stands for its value in the help.</param>
    /// <param name="description">One line for people.</param>
    /// <param name="aliases">Its other names.</param>
    public static Option<T> Of<T>(string name, string helpName, string description, params string[] aliases) =>
        new(name, aliases) { HelpName = helpName, Description = description };

    /// <summary>Gives a command options, in the order of its help.</summary>
    public static void AddAll(this Command command, params IEnumerable<Option> options)
    {
        foreach (var option in options)
            command.Add(option);
    }

    /// <summary>Has a value unless told, which the help names.</summary>
    public static Option<T> Default<T>(this Option<T> option, T value)
    {
        option.DefaultValueFactory = _ => value;
        return option;
    }

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
        where T : INumber<T> => option.Check(word => IsWithin(word, least, most)
            ? null
            : $"{option.Name} takes {allowed}; got '{word}'{(word.Contains(',') ? ": write 0.5 with a point" : "")}");

    /// <summary>Takes whole numbers of a range, separated by commas.</summary>
    /// <param name="option">The option.</param>
    /// <param name="most">The most that it takes; the least is 1.</param>
    public static Option<string> NumbersUpTo(this Option<string> option, int most) =>
        option.Takes($"numbers of 1 to {most}, separated by commas", word => IsWithin(word, 1, most), WordList.Words);

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
        where TOption : Option => option.Takes(string.Join(", ", known), known.Contains, WordList.Words);

    /// <summary>The values of an enumeration as options have them.</summary>
    public static IReadOnlyCollection<string> WordsOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    /// <summary>Refuses values.</summary>
    /// <param name="option">The option.</param>
    /// <param name="problem">What is wrong with a value, and what to do; null where nothing is.</param>
    public static TOption Check<TOption>(this TOption option, Func<string, string?> problem)
        where TOption : Option
    {
        option.Validators.Add(result =>
        {
            foreach (var message in result.Tokens.Select(token => problem(token.Value)).OfType<string>())
                result.AddError(message);
        });
        return option;
    }

    private static TOption Takes<TOption>(
        this TOption option, string allowed, Func<string, bool> isAllowed, Func<string, string[]> wordsOf)
        where TOption : Option => option.Check(value =>
        {
            string[] wrong = [.. wordsOf(value).Where(word => !isAllowed(word)).Select(word => $"'{word}'")];
            return wrong.Length == 0 ? null : $"{option.Name} takes {allowed}; got {string.Join(", ", wrong)}";
        });

    private static bool IsWithin<T>(string word, T least, T most)
        where T : INumber<T>
    {
        var style = typeof(T) == typeof(int) ? NumberStyles.Integer : NumberStyles.Float;
        return T.TryParse(word, style, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most;
    }
}
