namespace ContextBench.Agent;

/// <summary>
/// What a launch and its server say to each other on the server's standard input and output: the server reports itself
/// in one line of JSON, then answers each command, a line, with a line of JSON. The end of its input ends the server.
/// </summary>
public static class ServerProtocol
{
    /// <summary>Starts a proof: ids are counted and log lines copied; answered with an empty object.</summary>
    public const string StartProof = "start-proof";

    /// <summary>Ends the proof; answered with <see cref="ProofReply"/>.</summary>
    public const string EndProof = "end-proof";

    /// <summary>
    /// Answered with <see cref="RuntimeCounters"/>, or with null by a runtime that does not count.
    /// </summary>
    public const string ReadCounters = "read-counters";

    /// <summary>Answered with the <see cref="CollectionSpan"/>s that were recorded since it was last asked.</summary>
    public const string TakeCollections = "take-collections";

    /// <summary>
    /// Answered with the <see cref="WorkTime"/> of each variant since it was last asked, by its name.
    /// </summary>
    public const string TakeWorkTimes = "take-work-times";

    /// <summary>
    /// Followed by a number of µs: the extra work of every request from now on; answered with an empty object.
    /// </summary>
    public const string SetWork = "set-work-us ";

    /// <summary>
    /// Answered with the number of promises made since it was last asked, by a server that was told to count them
    /// (<c>--count-promises=true</c>); on Node.js alone.
    /// </summary>
    public const string TakePromises = "take-promises";

    /// <summary>The server's report of itself.</summary>
    /// <param name="Address">Where it listens, as <c>http://127.0.0.1:port</c>.</param>
    /// <param name="Paths">Each variant's path.</param>
    /// <param name="HandlerTypes">What handles each variant's requests (<see cref="VariantFacts.Handler"/>).</param>
    /// <param name="WorkSpeed">
    /// Iterations of extra work in 1 µs, measured or told; null where no work is added.
    /// </param>
    /// <param name="GcMode">See <see cref="CollectorMode"/>; null on a runtime that does not tell.</param>
    public sealed record Ready(
        string Address, IReadOnlyDictionary<string, string> Paths, IReadOnlyDictionary<string, string> HandlerTypes,
        double? WorkSpeed, string? GcMode = null);

    /// <summary>The end of a proof.</summary>
    /// <param name="Log">The log bytes, in base 64 where written as JSON.</param>
    public sealed record ProofReply(byte[] Log);
}
