using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ContextBench.Cli;

/// <summary>The help of every command, with the exit codes as its last section.</summary>
/// <param name="help">The help without them.</param>
internal sealed class ExitCodeHelp(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly (int Code, string Meaning)[] Meanings =
    [
        (ExitCode.Done, "Done, whatever the verdict"),
        (ExitCode.Usage, "Bad usage, or something needed is missing"),
        (ExitCode.Invalid, "The measurement is invalid"),
        (ExitCode.NoSdk, "There is no .NET 10 SDK"),
        (ExitCode.HungUp, "Hung up (SIGHUP); finished launches are saved"),
        (ExitCode.Interrupted, "Interrupted (SIGINT, Ctrl-C); finished launches are saved"),
        (ExitCode.Terminated, "Terminated (SIGTERM); finished launches are saved"),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <summary>Adds the section to the help of a command and of all below it.</summary>
    /// <param name="root">The command.</param>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExitCodeHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in Meanings)
            output.WriteLine($"  {code,-5}{meaning}");
        return exitCode;
    }
}
