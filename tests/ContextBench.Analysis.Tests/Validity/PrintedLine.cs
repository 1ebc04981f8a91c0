using System.Globalization;
using ContextBench.Analysis.Results;
using ContextBench.Reporting.Output;

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
        .Where(line => line.StartsWith($"  {code}: ", StringComparison.Ordinal))
        .Select(line => line.Trim());

    /// <summary>All of the console.</summary>
    /// <param name="report">The run.</param>
    public static string Console(RunResult report)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        ConsoleReport.Write(new RunReport(report), output);
        return output.ToString();
    }
}
