using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using ContextBench.Cli.Commands;
using ContextBench.Load;

namespace ContextBench.Cli;

/// <summary>The whole command line, with its writers handed in so that it can be tested as one function.</summary>
internal static class CommandLine
{
    private const StringSplitOptions Lines = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly string[] NotMeasuring = ["list", "report", "ledger"];

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
            var root = CreateRoot();
            var result = root.Parse(
                args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            var command = result.CommandResult.Command;
            if (!NotMeasuring.Contains(command.Name) && (result.Errors.Count > 0 || result.Action == command.Action))
                RequireOptimized(program ?? typeof(CommandLine).Assembly); // and not for its --help
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
            exception is UsageException or StorageException or TargetFaultException or ProgramMissingException
                or OutputException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"run-bench: {exception.Message}");
            return ExitCode.Usage;
        }
    }

    private static void RequireOptimized(Assembly program)
    {
        if (program.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
            throw new UsageException(
                "this is a Debug build, whose code is not optimized, so that nothing is measured: start " +
                "./run-bench.sh, or build with 'dotnet build Benchmarks.sln -c Release'");
    }

    private static RootCommand CreateRoot()
    {
        var run = new Command("run", "The comparison: micro-benchmarks and all tiers");
        var root = new RootCommand(
            "Measures what it costs, in .NET, to carry a request id in an AsyncLocal instead of passing it as a " +
            "parameter. Without a command it does what 'run' does.")
        {
            run,
            MicroCommand.Create(),
            CalibrateCommand.Create(),
            new SweepCommand(),
            new ReproduceCommand(),
            new EnginesCommand(),
            ListCommand.Create(),
            ReportCommand.Create(),
            HistoryCommand.Create(),
            new InspectCommand(),
            MeasuredProcessCommands.CreateLaunch(),
            MeasuredProcessCommands.CreateInspected(),
            GeneratorCommand.Create(),
        };
        root.HelpName = "run-bench";
        ExitCodeHelp.AddTo(root);
        var options = new RunOptions();
        var comparison = new RunCommand(options);
        foreach (var command in new[] { root, run })
        {
            command.AddAll(options.All);
            command.SetAction((result, _) => MeasuringSession.RunAsync(result, comparison.RunAsync));
        }

        return root;
    }

    // The library's own words for what is wrong and what may have been meant, each line once: a run's options are
    // those of the command line without a command too, and are checked for both.
    private static int Refuse(ParseResult result, TextWriter error)
    {
        using var words = new StringWriter();
        foreach (var problem in result.Errors)
            words.WriteLine(problem.Message);
        if (result.Action is ParseErrorAction suggestions) // and not --version with something beside it
        {
            suggestions.ShowHelp = false;
            // -h is near to every short word, such as the 3 of '--margn 3', and is not what was meant.
            result.RootCommandResult.Command.Options.OfType<HelpOption>().Single().Aliases.Clear();
            result.Invoke(new InvocationConfiguration { Output = words, Error = words });
        }

        foreach (var line in words.ToString().Split('\n', Lines).Distinct())
            error.WriteLine($"run-bench: {line}");
        if (result.UnmatchedTokens.Count > 0)
            error.WriteLine("run-bench: --help lists what there is");

        return ExitCode.Usage;
    }
}
