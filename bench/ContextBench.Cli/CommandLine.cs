using System.Reflection;
using ContextBench.Cli.Commands;
using ContextBench.Load;

namespace ContextBench.Cli;

/// <summary>The whole command line, with its writers handed in so that it can be tested as one function.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line to its exit code.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Takes data.</param>
    /// <param name="error">Takes progress and diagnostics.</param>
    /// <param name="program">What measures; null for this assembly.</param>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, Assembly? program = null)
    {
        try
        {
            var (root, measuring) = Create(output, error);
            var result = root.Parse(
                args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (result.Errors.Count > 0)
                return Refuse(result, error);

            var command = result.CommandResult.Command;
            if (measuring.Contains(command) && result.Action == command.Action) // and not its --help
                OptimizedBuild.Require(program ?? typeof(CommandLine).Assembly);

            return await result.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // commands handle signals themselves, to say what is saved
            });
        }
        catch (Exception exception) when (
            exception is UsageException or StorageException or TargetFaultException or ProgramMissingException
                or OutputException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"run-bench: {exception.Message}");
            return ExitCode.Usage;
        }
    }

    private static (RootCommand Root, IReadOnlyCollection<Command> Measuring) Create(
        TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "Measures what it costs, in .NET, to carry a request id in an AsyncLocal instead of passing it as a " +
            "parameter. Without a command it does what 'run' does.");
        root.HelpName = "run-bench";
        ExitCodeHelp.AddTo(root);
        var options = new RunOptions();
        var run = new Command("run", "The comparison: micro-benchmarks and all tiers");
        foreach (var command in new[] { root, run })
        {
            foreach (var option in options.All)
                command.Add(option);
            command.SetAction((result, _) => new RunCommand(options, output, error).RunAsync(result));
        }

        var measuring = new List<Command> { root };
        AddMeasuring(run);
        AddMeasuring(MicroCommand.Create(output, error));
        AddMeasuring(CalibrateCommand.Create(output, error));
        AddMeasuring(SweepCommand.Create(output, error));
        AddMeasuring(ReproduceCommand.Create(output, error));
        AddMeasuring(EnginesCommand.Create(output, error));
        root.Add(ListCommand.Create(output));
        root.Add(ReportCommand.Create(output, error));
        root.Add(HistoryCommand.Create(output, error));
        AddMeasuring(InspectCommand.Create(output, error));
        AddMeasuring(LaunchCommand.Create());
        AddMeasuring(InspectedProcessCommand.Create());
        AddMeasuring(GeneratorCommand.Create(output));
        return (root, measuring);

        void AddMeasuring(Command command)
        {
            root.Add(command);
            measuring.Add(command);
        }
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
