using ContextBench.NBomber;

if (!Arguments.TryParse(args, out var arguments, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

// NBomber draws banners and tables on standard output, where they would be among the data. A person may watch them; for
// a program there is the log that NBomber keeps beside its reports.
var output = Console.Out;
Console.SetOut(Console.IsErrorRedirected ? TextWriter.Null : Console.Error);
await output.WriteLineAsync(LoadTest.Run(arguments));
return 0;
