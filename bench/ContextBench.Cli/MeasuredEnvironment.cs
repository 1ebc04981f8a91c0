namespace ContextBench.Cli;

/// <summary>What a command that measures says, as it starts, of the environment that it was started in.</summary>
internal static class MeasuredEnvironment
{
    /// <summary>Says what is kept from measured processes (<see cref="AttachedCode"/>), if anything is.</summary>
    /// <param name="error">Takes the line.</param>
    public static void Say(TextWriter error)
    {
        if (AttachedCode.Notice() is { } notice)
            error.WriteLine($"run-bench: {notice}");
    }
}
