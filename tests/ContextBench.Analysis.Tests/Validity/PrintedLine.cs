using ContextBench.Analysis.Results;
using ContextBench.Reporting.Runs;

namespace ContextBench.Analysis.Tests.Validity;

/// <summary>What a validity check prints.</summary>
internal static class PrintedLine
{
    /// <summary>The one line on the console that a warning has, or null where it is not there.</summary>
    /// <param name="report">The run.</param>
    /// <param name="code">The warning's code.</param>
    public static string? Of(RunResult report, string code) => AllOf(report, code).SingleOrDefault();

    /// <summary>The lines on the console that warnings of one code have.</summary>
    /// <param name="report">The run.</param>
    /// <param name="code">The warnings' code.</param>
    public static IEnumerable<string> AllOf(RunResult report, string code) => Console(report).Split('\n')
        .Where(line => line.StartsWith($"- {code}: ", StringComparison.Ordinal))
        .Select(line => line[2..])
        .Distinct(); // the answer repeats what concerns it

    /// <summary>All of the console.</summary>
    /// <param name="report">The run.</param>
    public static string Console(RunResult report) => Rendered.Console(RunDocument.Of(new RunReport(report)));
}
