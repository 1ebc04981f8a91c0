using System.CommandLine;
using ContextBench.Measurement.Machine;

namespace ContextBench.Cli.Commands;

/// <summary><c>micro</c>: BenchmarkDotNet alone.</summary>
internal static class MicroCommand
{
    public static Command Create(TextWriter error)
    {
        var rest = new Argument<string[]>("ARGS")
        {
            Description = "After --: BenchmarkDotNet's own arguments, such as --filter '*Context*'",
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
            using var interruption = new Interruption();
            var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
            try
            {
                return await new MicroProcess(layout, ProcessorPlan.For(Processor.Allowed())).RunAsync(
                    [
                        "--artifacts", Path.Combine(layout.LocalResults, "micro"),
                        .. result.GetValue(rest)!, .. result.UnmatchedTokens,
                    ],
                    logFile: null, interruption.Token);
            }
            catch (OperationCanceledException)
            {
                error.WriteLine("run-bench: interrupted");
                return interruption.ExitCode;
            }
        });
        return command;
    }
}
