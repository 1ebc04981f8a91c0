using ContextBench.Analysis.Micro;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Micro;

namespace ContextBench.Cli.Commands;

/// <summary><c>micro</c>: BenchmarkDotNet alone.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var rest = new Argument<string[]>("ARGS")
        {
            Description = "After --: BenchmarkDotNet's own arguments, such as --filter '*ContextBenchmarks*'",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command(
            "micro", "The micro-benchmarks alone: all classes, or what BenchmarkDotNet's arguments choose")
        {
            rest,
        };
        command.TreatUnmatchedTokensAsErrors = false; // PowerShell takes the -- away before a script sees it
        command.SetAction((result, _) => MeasuringSession.RunAsync(result, async session =>
        {
            var arguments = MicroArtifacts.DefaultTo(
                Path.Combine(session.Layout.LocalResults, "micro"),
                [.. result.GetValue(rest)!, .. result.UnmatchedTokens]);
            var folder = MicroArtifacts.FolderOf(arguments);
            session.Saved = $"what BenchmarkDotNet wrote is in {folder}";
            var start = DateTime.UtcNow;
            var exitCode = await MicroProcess.RunAsync(session, arguments);
            if (MicroResults.ReadAll(folder, start) is { Cases.Count: > 0 } results)
                ConsoleRenderer.Write(MicroTables.DocumentOf(results), result.InvocationConfiguration.Output);
            return exitCode;
        }));
        return command;
    }
}
