namespace ContextBench.Workloads;

/// <summary>A setting of a workload: an option of the command line, and of the server.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Description">One line for people.</param>
/// <param name="HelpName">What stands for its value in the help.</param>
/// <param name="Default">Its value unless told.</param>
public sealed record WorkloadSetting(string Name, string Description, string HelpName, string Default)
{
    /// <summary>The words that it takes; empty where it takes a whole number.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The largest whole number that it takes; the least is 0.</summary>
    public int Most { get; init; }

    /// <summary>The depth, which every kind of request has (<see cref="Workload.Depth"/>).</summary>
    public static WorkloadSetting Depth { get; } = new(
        "depth",
        "Nested async methods between a handler and each of its asynchronous operations, 0 to 1000; each awaits the " +
        "next",
        "N", "0")
    {
        Most = 1_000,
    };
}
