using System.CommandLine;
using ContextBench.Cli.Commands;
using ContextBench.Cli.Options;
using ContextBench.Measurement;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Runs;

namespace ContextBench.Cli;

/// <summary>The whole command line, with its writers handed in so that it can be tested as one function.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes data.</param>
    /// <param name="error">Takes progress and diagnostics.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var result = Create(output, error).Parse(
                args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0)
                return Refuse(result, error);

            return await result.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // commands handle signals themselves, to say what is saved
            });
        }
        catch (Exception exception) when (
            exception is UsageException or StorageException or LaunchFaultException or ProgramMissingException)
        {
            error.WriteLine($"run-bench: {exception.Message}");
            return ExitCode.Usage;
        }
    }

    private static RootCommand Create(TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "Measures what it costs, in .NET, to carry a request id in an AsyncLocal instead of passing it as a " +
            "parameter. Without a command it does what 'run' does.");
        root.HelpName = "run-bench";
        var options = new RunOptions();
        var run = new Command("run", "The comparison: micro-benchmarks and all tiers");
        foreach (var command in new[] { root, run })
        {
            foreach (var option in options.All)
                command.Add(option);
            command.SetAction((result, _) => new RunCommand(options, output, error).RunAsync(result));
        }

        root.Add(run);
        root.Add(MicroCommand.Create(output, error));
        root.Add(CalibrateCommand.Create(output, error));
        root.Add(SweepCommand.Create(output, error));
        root.Add(ReproduceCommand.Create(output, error));
        root.Add(EnginesCommand.Create(output, error));
        root.Add(ListCommand.Create(output));
        root.Add(ReportCommand.Create(output, error));
        root.Add(LedgerCommand.Create(output, error));
        root.Add(InspectCommand.Create(output, error));
        root.Add(LaunchCommand.Create());
        root.Add(InspectedProcessCommand.Create());
        root.Add(GeneratorCommand.Create(output));
        return root;
    }

    private static int Refuse(ParseResult result, TextWriter error)
    {
        var known = result.CommandResult.Command.Options.Concat(result.RootCommandResult.Command.Options)
            .Select(option => option.Name)
            .Concat(result.RootCommandResult.Command.Subcommands
                .Where(command => !command.Hidden)
                .Select(command => command.Name))
            .ToArray();
        foreach (var word in result.UnmatchedTokens)
        {
            var what = word.StartsWith('-') ? "option" : "command or argument";
            var hint = Nearest.To(word, known) is { } nearest ? $"did you mean '{nearest}'?" : "see --help";
            error.WriteLine($"run-bench: unknown {what} '{word}': {hint}");
        }

        if (result.UnmatchedTokens.Count == 0)
        {
            foreach (var problem in result.Errors)
                error.WriteLine($"run-bench: {problem.Message}");
        }

        return ExitCode.Usage;
    }
}
