using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ContextBench.NBomber;

/// <summary>The command line; every option has to be there, once.</summary>
/// <param name="Name">What NBomber calls the scenario, the test and its report files.</param>
/// <param name="Url">Where to post.</param>
/// <param name="Body">What to post, every time.</param>
/// <param name="Copies">How many copies of the scenario, each with a request under way at all times.</param>
/// <param name="Seconds">For how long.</param>
/// <param name="Reports">The folder that NBomber writes its reports into.</param>
internal sealed record Arguments(string Name, Uri Url, byte[] Body, int Copies, int Seconds, string Reports)
{
    /// <summary>How to start the program.</summary>
    public const string Usage =
        "ContextBench.NBomber --name NAME --url URL --body-file FILE --copies N --seconds S --reports DIR";

    private static readonly string[] Options =
        ["--name", "--url", "--body-file", "--copies", "--seconds", "--reports"];

    /// <summary>Reads a command line, and the body that it names.</summary>
    /// <param name="args">The arguments as the process got them.</param>
    /// <param name="arguments">What they say, where this returns true.</param>
    /// <param name="problem">One line for the user, where this returns false.</param>
    public static bool TryParse(
        string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            (arguments, problem) = (Parse(args), null);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            (arguments, problem) = (null, exception.Message.ReplaceLineEndings(" "));
            return false;
        }
    }

    private static Arguments Parse(string[] args)
    {
        var values = Pair(args);
        return new Arguments(
            FileName("--name", values["--name"]),
            HttpAddress("--url", values["--url"]),
            File.ReadAllBytes(values["--body-file"]),
            FromOne("--copies", values["--copies"]),
            FromOne("--seconds", values["--seconds"]),
            NewFolder("--reports", values["--reports"]));
    }

    private static Dictionary<string, string> Pair(string[] args)
    {
        var values = new Dictionary<string, string>();
        foreach (var pair in args.Chunk(2))
        {
            if (!Options.Contains(pair[0]))
                throw new FormatException($"'{pair[0]}' is no option; write {Usage}");
            if (pair.Length < 2 || pair[1].Length == 0)
                throw new FormatException($"{pair[0]} needs a value; write {Usage}");
            if (!values.TryAdd(pair[0], pair[1]))
                throw new FormatException($"{pair[0]} is there twice; write {Usage}");
        }

        return Options.FirstOrDefault(option => !values.ContainsKey(option)) is { } missing
            ? throw new FormatException($"{missing} is missing; write {Usage}")
            : values;
    }

    private static string FileName(string option, string value) =>
        !string.IsNullOrWhiteSpace(value) && value.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
            ? value
            : throw new FormatException($"{option} names files too; got '{value}'");

    private static Uri HttpAddress(string option, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new FormatException($"{option} is an absolute http address; got '{value}'");

    private static int FromOne(string option, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{option} is a whole number from 1; got '{value}'");

    // NBomber begins by deleting the folder of its reports with all that is in it.
    private static string NewFolder(string option, string value) =>
        !File.Exists(value) && !(Directory.Exists(value) && Directory.EnumerateFileSystemEntries(value).Any())
            ? Path.GetFullPath(value)
            : throw new FormatException($"{option} is a new or an empty folder; '{value}' is neither");
}
