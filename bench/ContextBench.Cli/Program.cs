using ContextBench.Cli;

Console.SetOut(GuardedWriter.ForData(Console.Out));
Console.SetError(GuardedWriter.ForDiagnostics(Console.Error));
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
