namespace ContextBench.Cli;

/// <summary>What the command line ends with.</summary>
/// <param name="Code">The number.</param>
/// <param name="Meaning">What it says, in the help.</param>
internal sealed record ExitCode(int Code, string Meaning)
{
    public static ExitCode Done { get; } = new(0, "Done, whatever the verdict");

    public static ExitCode Usage { get; } = new(2, "Bad usage, or something needed is missing");

    public static ExitCode Invalid { get; } = new(3, "The measurement is invalid");

    public static ExitCode HungUp { get; } = new(129, "Hung up (SIGHUP); finished launches are saved");

    public static ExitCode Interrupted { get; } = new(130, "Interrupted (SIGINT, Ctrl-C); finished launches are saved");

    public static ExitCode Terminated { get; } = new(143, "Terminated (SIGTERM); finished launches are saved");

    /// <summary>All of them, ascending.</summary>
    public static IReadOnlyList<ExitCode> All { get; } =
    [
        Done, Usage, Invalid,
        new(127, "There is no .NET 10 SDK"), // the scripts' to say
        HungUp, Interrupted, Terminated,
    ];

    public static implicit operator int(ExitCode exitCode) => exitCode.Code;
}
