using ContextBench.Analysis.Micro;
using ContextBench.Reporting.Documents;
using ContextBench.Reporting.Micro;

namespace ContextBench.Cli.Commands;

/// <summary><c>micro</c>: BenchmarkDotNet alone.</summary>
internal static class MicroCommand
{
    public static Command Create(TextWriter output, TextWriter error)
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
        command.SetAction(async (result, _) =>
        {
            var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
            MeasuredEnvironment.Say(error);
            var arguments = MicroArtifacts.DefaultTo(
                Path.Combine(layout.LocalResults, "micro"), [.. result.GetValue(rest)!, .. result.UnmatchedTokens]);
            var folder = MicroArtifacts.FolderOf(arguments);
            var start = DateTime.UtcNow;
            return await Interruption.RunAsync(
                error, () => $"what BenchmarkDotNet wrote is in {folder}", async cancellation =>
                {
                    var exitCode = await new MicroProcess(layout, ProcessorPlan.For(Processor.Allowed())).RunAsync(
                        arguments, logFile: null, cancellation);
                    if (MicroResults.ReadAll(folder, start) is { Cases.Count: > 0 } results)
                        ConsoleRenderer.Write(MicroTables.DocumentOf(results), output);
                    return exitCode;
                });
        });
        return command;
    }
}
