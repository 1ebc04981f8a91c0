using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ContextBench.Cli;

/// <summary>The help of every command, with the exit codes as its last section.</summary>
/// <param name="help">The help without them.</param>
internal sealed class ExitCodeHelp(HelpAction help) : SynchronousCommandLineAction
{
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
        foreach (var (code, meaning) in ExitCode.All)
            output.WriteLine($"  {code,-5}{meaning}");
        return exitCode;
    }
}
