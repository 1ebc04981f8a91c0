using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.ConsoleArguments.ListBenchmarks;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using ContextBench.Micro;

MicroArguments arguments;
try
{
    arguments = MicroArguments.Parse(args);
}
catch (FormatException exception)
{
    Console.Error.WriteLine(exception.Message);
    return ExitCodes.BadUsage;
}

var config = new MicroConfig(arguments.Set);
var (understood, _, options) = ConfigParser.Parse(arguments.ForBenchmarkDotNet, ConsoleLogger.Default, config);
if (!understood)
    return arguments.AskForHelp ? ExitCodes.Done : ExitCodes.BadUsage;

// BenchmarkDotNet looks for the solution and its projects from the working directory upwards.
Directory.SetCurrentDirectory(AppContext.BaseDirectory);
var summaries = BenchmarkSwitcher.FromTypes(arguments.Set.Classes).Run(arguments.ForBenchmarkDotNet, config).ToArray();

return options.PrintInformation || options.ListBenchmarkCaseMode != ListBenchmarkCaseMode.Disabled
    ? ExitCodes.Done
    : ExitCodes.Of(summaries);
