namespace ContextBench.Cli;

/// <summary>What the command line ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done, whatever the verdict.</summary>
    public const int Done = 0;

    /// <summary>Bad usage, or something needed is missing.</summary>
    public const int Usage = 2;

    /// <summary>The measurement is invalid.</summary>
    public const int Invalid = 3;

    /// <summary>No .NET 10 SDK; the scripts' to say.</summary>
    public const int NoSdk = 127;

    /// <summary>Hung up (SIGHUP): its terminal is gone; finished launches are saved.</summary>
    public const int HungUp = 129;

    /// <summary>Interrupted (SIGINT); finished launches are saved.</summary>
    public const int Interrupted = 130;

    /// <summary>Terminated (SIGTERM); finished launches are saved.</summary>
    public const int Terminated = 143;
}
