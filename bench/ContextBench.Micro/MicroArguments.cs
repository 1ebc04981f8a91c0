using System.Diagnostics.CodeAnalysis;

namespace ContextBench.Micro;

/// <summary>The command line, split into our own <c>--set</c> and what is BenchmarkDotNet's.</summary>
public sealed class MicroArguments
{
    private static readonly string[] HelpOptions = ["--help", "--version"];

    private MicroArguments(MicroSet set, string[] forBenchmarkDotNet)
    {
        Set = set;
        ForBenchmarkDotNet = forBenchmarkDotNet;
    }

    /// <summary>The set that was asked for; <see cref="MicroSet.Full"/> unless told.</summary>
    public MicroSet Set { get; }

    /// <summary>
    /// All other arguments: always with a filter, because BenchmarkDotNet would ask a person for one, and with an
    /// absolute folder for its artifacts, because its working directory is another one.
    /// </summary>
    public string[] ForBenchmarkDotNet { get; }

    /// <summary>Whether only a text about BenchmarkDotNet's options was asked for.</summary>
    public bool AskForHelp =>
        ForBenchmarkDotNet.Any(argument => HelpOptions.Contains(argument, StringComparer.OrdinalIgnoreCase));

    /// <summary>Splits a command line.</summary>
    /// <param name="args">The arguments as the process got them.</param>
    /// <param name="arguments">The arguments split, where this returns true.</param>
    /// <param name="problem">One sentence for the user, where this returns false.</param>
    public static bool TryParse(
        IReadOnlyList<string> args,
        [NotNullWhen(true)] out MicroArguments? arguments,
        [NotNullWhen(false)] out string? problem)
    {
        (arguments, problem) = (null, null);
        var rest = args.SelectMany(SplitAtEquals).ToList();

        var setName = TakeValue(rest, "--set") ?? MicroSet.Full.Name;
        var set = MicroSet.Find(setName);
        if (set is null)
        {
            problem = $"--set is one of {string.Join(", ", MicroSet.All.Select(known => known.Name))}; got '{setName}'";
            return false;
        }

        if (IndexOf(rest, "--job", "-j") >= 0)
        {
            problem = "--job would be ignored, as a set brings its own; change that with --iterationCount and the like";
            return false;
        }

        var artifacts = TakeValue(rest, "--artifacts", "-a") ?? "BenchmarkDotNet.Artifacts";
        rest.AddRange(["--artifacts", Path.GetFullPath(artifacts)]);
        if (IndexOf(rest, "--filter", "-f") < 0)
            rest.AddRange(["--filter", "*"]);

        arguments = new MicroArguments(set, [.. rest]);
        return true;
    }

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
