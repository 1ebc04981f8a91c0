using System.Globalization;
using ContextBench.Handlers;

namespace ContextBench.Micro;

/// <summary>The command line, split into what is ours and what is BenchmarkDotNet's.</summary>
/// <remarks>
/// <c>--launchCount</c> is BenchmarkDotNet's, but here launches alternate and are jobs, so it is the number of those.
/// </remarks>
/// <param name="Set">
/// The set that was asked for, <see cref="MicroSet.Full"/> unless told, with the launches that were asked for.
/// </param>
/// <param name="ForBenchmarkDotNet">
/// All other arguments: always with a filter, because BenchmarkDotNet would ask a person for one, and with an absolute
/// folder for its artifacts, because its working directory is another one.
/// </param>
public sealed record MicroArguments(MicroSet Set, string[] ForBenchmarkDotNet)
{
    private static readonly string[] HelpOptions = ["--help", "--version"];

    // They add jobs beside the launches, or choose among jobs; in short form, where there is one.
    private static readonly string[] JobOptions =
        ["--job", "-j", "--runtimes", "-r", "--coreRun", "--cli", "--clrVersion", "--inProcess", "-i", "--apples"];

    /// <summary>Whether only a text about BenchmarkDotNet's options was asked for.</summary>
    public bool AskForHelp =>
        ForBenchmarkDotNet.Any(argument => HelpOptions.Contains(argument, StringComparer.OrdinalIgnoreCase));

    /// <summary>Splits a command line.</summary>
    /// <param name="args">The arguments as the process got them.</param>
    /// <exception cref="FormatException">It asks for what cannot be done; the message is for the user.</exception>
    public static MicroArguments Parse(IEnumerable<string> args)
    {
        List<string> rest = [.. args.SelectMany(SplitAtEquals)];
        var set = TakeSet(rest);
        if (JobOptions.FirstOrDefault(option => IndexOf(rest, option) >= 0) is { } jobOption)
        {
            throw new FormatException(
                $"{jobOption} changes the jobs, which are the launches of a set here; change what they do with " +
                "--iterationCount and the like");
        }

        var artifacts = TakeValue(rest, "--artifacts", "-a") ?? "BenchmarkDotNet.Artifacts";
        rest.AddRange(["--artifacts", Path.GetFullPath(artifacts)]);
        if (IndexOf(rest, "--filter", "-f") < 0)
            rest.AddRange(["--filter", "*"]);
        return new MicroArguments(set, [.. rest]);
    }

    // The set, of the study and with the launches that were asked for.
    private static MicroSet TakeSet(List<string> rest)
    {
        var name = TakeValue(rest, "--set") ?? MicroSet.Full.Name;
        var set = MicroSet.Find(name) ?? throw Unknown("--set", MicroSet.All.Select(known => known.Name), name);
        if (TakeValue(rest, "--study") is { } study)
        {
            set = set.Of(StudyBenchmarks.Find(study)
                ?? throw Unknown("--study", StudyCatalogue.All.Select(known => known.Name), study));
        }

        if (TakeValue(rest, "--launchCount") is not { } launchCount)
            return set;
        return int.TryParse(launchCount, NumberStyles.None, CultureInfo.InvariantCulture, out var launches)
            && launches is >= 1 and <= MicroSet.MostLaunches
                ? set with { Launches = launches }
                : throw new FormatException(
                    $"--launchCount is a number from 1 to {MicroSet.MostLaunches}; got '{launchCount}'");
    }

    private static FormatException Unknown(string option, IEnumerable<string> known, string given) =>
        new($"{option} is one of {string.Join(", ", known)}; got '{given}'");

    // Only long options are written as --name=value.
    private static IEnumerable<string> SplitAtEquals(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    // Takes an option and its value out of the list; an option without a value counts as given with an empty one.
    private static string? TakeValue(List<string> rest, params string[] names)
    {
        string? value = null;
        for (var i = IndexOf(rest, names); i >= 0; i = IndexOf(rest, names))
        {
            value = rest.ElementAtOrDefault(i + 1) ?? "";
            rest.RemoveRange(i, Math.Min(2, rest.Count - i));
        }

        return value;
    }

    private static int IndexOf(List<string> rest, params string[] names) =>
        rest.FindIndex(argument => names.Contains(argument, StringComparer.OrdinalIgnoreCase));
}
