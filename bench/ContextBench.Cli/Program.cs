using ContextBench.Cli;

Console.SetOut(new GuardedWriter(Console.Out, cause => throw new OutputException(cause)));
Console.SetError(new GuardedWriter(Console.Error, _ => { })); // a measurement goes on without its progress
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
