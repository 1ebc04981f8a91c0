using ContextBench.Measurement.Launches;
using ContextBench.Targets;

namespace ContextBench.Cli.Commands;

/// <summary><c>launch</c>: the program of one launch's process; for the run that starts it, not for people.</summary>
internal static class LaunchCommand
{
    public const string Name = "launch";

    public static Command Create()
    {
        var command = new Command(Name, "One launch; started by a run") { Hidden = true };
        command.SetAction((_, _) => LaunchProgram.RunAsync(Console.In, Console.Out, TargetFactory.Start));
        return command;
    }
}
