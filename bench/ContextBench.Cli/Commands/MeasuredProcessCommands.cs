using ContextBench.Measurement.Inspections;
using ContextBench.Measurement.Launches;
using ContextBench.Targets;

namespace ContextBench.Cli.Commands;

/// <summary>The programs of measured processes; for the commands that start them, not for people.</summary>
internal static class MeasuredProcessCommands
{
    public const string Launch = "launch";
    public const string Inspected = "inspected";

    /// <summary>The program of one launch's process.</summary>
    public static Command CreateLaunch() => Hidden(
        Launch, "One launch; started by a run",
        () => LaunchProgram.RunAsync(Console.In, Console.Out, TargetFactory.Start));

    /// <summary>The program of an inspection's process.</summary>
    public static Command CreateInspected() => Hidden(
        Inspected, "One inspected variant; started by inspect",
        () => InspectionProgram.RunAsync(Console.In, Console.Out, TargetFactory.StartInspected));

    private static Command Hidden(string name, string description, Func<Task> program)
    {
        var command = new Command(name, description) { Hidden = true };
        command.SetAction((_, _) => program());
        return command;
    }
}
