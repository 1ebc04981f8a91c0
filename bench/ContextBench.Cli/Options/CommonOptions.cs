using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace ContextBench.Cli.Options;

/// <summary>Options that several commands have, with the same words.</summary>
internal static class CommonOptions
{
    private const int Fewest = OverheadEstimate.FewestLaunches;

    /// <summary>The study's name.</summary>
    public static Option<string> Study() => new("--study")
    {
        Description = "Whose variants are compared: " +
            string.Join("; ", StudyCatalogue.All.Select(study => $"{study.Name} ({study.Summary})")),
        HelpName = "NAME",
        DefaultValueFactory = _ => StudyCatalogue.Default.Name,
    };

    /// <summary>The study of a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Study StudyOf(string name) => StudyCatalogue.Get(
        Nearest.Require("study", name, [.. StudyCatalogue.All.Select(study => study.Name)]));

    /// <summary>The seed; null where it is to be drawn.</summary>
    public static Option<int?> Seed() => new("--seed")
    {
        Description = "Seed of every random choice [default: drawn, and reported]",
        HelpName = "N",
    };

    /// <summary>The folder; null for a new one.</summary>
    public static Option<string?> Output() => new("--output")
    {
        Description = "The folder; it must hold no run yet [default: a new one under results/local/]",
        HelpName = "DIR",
    };

    /// <summary>The folder of several runs; null for a new one.</summary>
    public static Option<string?> OutputOfSeveral() => new("--output")
    {
        Description = "The folder; it must be empty [default: a new one under results/local/]",
        HelpName = "DIR",
    };

    /// <summary>What a request of the reader's takes, in µs; null where it is not told.</summary>
    public static Option<double?> RequestUs() => new("--request-us")
    {
        Description =
            "What a request of yours takes, in µs: the report says what the cost is of it " +
            "[default: of a request of 1 ms alone]",
        HelpName = "US",
        CustomParser = result => Number(result),
    };

    /// <summary>The time of a request, in µs, where one is told.</summary>
    /// <exception cref="UsageException">It is out of range.</exception>
    public static double? RequestUs(double? written) => written is { } us
        ? Within("--request-us", us, 0.001, 1e12, "a time of 0.001 µs or more")
        : null;

    /// <summary>
    /// A number with a decimal point in every culture, and no separators of thousands: '0,5' is no number rather than
    /// 5.
    /// </summary>
    /// <exception cref="UsageException">It is no number.</exception>
    public static double Number(ArgumentResult result) =>
        double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UsageException($"'{result.Tokens[0].Value}' is no number: write 0.5 with a point");

    /// <summary>A seed where none was given.</summary>
    public static int DrawSeed() => Random.Shared.Next(1, 1_000_000);

    /// <summary>A number of launches of which an interval can be made.</summary>
    /// <exception cref="UsageException">It is too small.</exception>
    public static int Launches(int launches) => launches >= Fewest
        ? launches
        : throw new UsageException(
            $"an interval needs at least {Fewest} launches; got {launches} (--launches {Fewest})");

    /// <summary>A time for the blocks of a launch, in s.</summary>
    /// <exception cref="UsageException">It is out of range.</exception>
    public static double Seconds(double seconds) =>
        Within("--seconds", seconds, double.Epsilon, 3600, "a time above 0, at most 3600");

    /// <summary>A number that lies in a range.</summary>
    /// <param name="option">The option's name.</param>
    /// <param name="value">What it was given.</param>
    /// <param name="least">The least that is taken.</param>
    /// <param name="most">The most.</param>
    /// <param name="allowed">The range in words.</param>
    /// <exception cref="UsageException">It is out of range, or no number.</exception>
    public static T Within<T>(string option, T value, T least, T most, string allowed)
        where T : INumber<T> => value >= least && value <= most
            ? value
            : throw new UsageException(
                $"{option} takes {allowed}; got {value}");
}
