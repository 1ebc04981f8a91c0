using ContextBench.Measurement.Inspections;
using ContextBench.Targets;

namespace ContextBench.Cli.Commands;

/// <summary>
/// <c>inspected</c>: the program of an inspection's process; for the command that starts it, not for people.
/// </summary>
internal static class InspectedProcessCommand
{
    public const string Name = "inspected";

    public static Command Create()
    {
        var command = new Command(Name, "One inspected variant; started by inspect") { Hidden = true };
        command.SetAction((_, _) => InspectionProgram.RunAsync(Console.In, Console.Out, TargetFactory.StartInspected));
        return command;
    }
}
