namespace ContextBench.Measurement.Targets;

/// <summary>
/// What is measured: it runs N operations of a variant and says what they took. Whatever else it can do is an
/// interface of its own, of those below; a launch does what its target can.
/// </summary>
public interface ITarget : IAsyncDisposable
{
    /// <summary>Runs a slice and waits until it has drained.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="operations">Number of operations, 1 or more.</param>
    /// <exception cref="TargetFaultException">The process under test died or answered wrongly.</exception>
    ValueTask<SliceCost> RunSliceAsync(int variant, int operations);
}

/// <summary>A target that can prove which code it runs, and that its variants answer and log the same bytes.</summary>
public interface IEquivalenceProof
{
    /// <summary>What handles each variant's requests, by its name, as the process under test reports it.</summary>
    IReadOnlyDictionary<string, string> Handlers { get; }

    /// <summary>Runs a few operations one by one under counted ids.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="operations">Number of operations, 1 or more.</param>
    /// <returns>What they answered and logged.</returns>
    /// <exception cref="TargetFaultException">The process under test died or answered wrongly.</exception>
    ValueTask<VariantEvidence> ProveAsync(int variant, int operations);
}

/// <summary>A target whose operations run in a process of their own.</summary>
public interface IServerProcess
{
    /// <summary>The number of that process.</summary>
    int ProcessId { get; }
}

/// <summary>A target that holds several copies of every variant's code; each is used alike.</summary>
public interface ICodeCopies
{
    /// <summary>How many copies of every variant there are, 1 or more.</summary>
    int Copies { get; }

    /// <summary>From now on slices run this copy of their variants.</summary>
    /// <param name="copy">Which, 0 to <see cref="Copies"/> − 1.</param>
    void UseCopy(int copy);
}

/// <summary>A target whose runtime counts allocated bytes, collections and compiled methods.</summary>
public interface IRuntimeCounters
{
    /// <summary>
    /// The collector's mode, as the process under test reports it (<see cref="CollectorMode"/>); null on a runtime that
    /// does not tell.
    /// </summary>
    string? GcMode { get; }

    /// <summary>
    /// What a process under test has used since it started; null on a runtime that does not count it.
    /// </summary>
    /// <param name="variant">
    /// Index of a variant, for the process that runs it; null for all processes under test together.
    /// </param>
    ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null);
}

/// <summary>A target that tells CPU time of the process under test: costs of its slices and windows have it.</summary>
public interface ICpuClock
{
    /// <summary>CPU time that all processes under test have used so far, in ns.</summary>
    /// <exception cref="TargetFaultException">One of them is gone.</exception>
    long ReadCpuNs();
}

/// <summary>A target that tells when it collected.</summary>
public interface ICollections
{
    /// <summary>
    /// The collections in the process under test since this was last called, in any order; one of the last few ms may
    /// come with the next call.
    /// </summary>
    ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync();
}

/// <summary>A target that can add a known cost to its variants.</summary>
public interface IInjectedCost
{
    /// <summary>
    /// How long each variant's extra work took since this was last called, by the variant's name; empty where no work
    /// is added.
    /// </summary>
    ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync();

    /// <summary>From now on a request of any variant has this much extra work, and its injected cost.</summary>
    /// <param name="microseconds">The extra work, in µs; the process under test has to have been started with some.
    /// </param>
    ValueTask SetWorkAsync(double microseconds);
}

/// <summary>A target that serves its variants over HTTP, to whatever sends requests.</summary>
public interface IHttpVariants : ITarget, IEquivalenceProof, IRuntimeCounters, ICpuClock, IInjectedCost
{
    /// <summary>Where a variant is served.</summary>
    /// <param name="variant">The variant's name.</param>
    Uri RouteOf(string variant);
}

/// <summary>A target that takes requests at a constant rate.</summary>
public interface IOpenLoop
{
    /// <summary>
    /// Sends requests when they are due, whatever became of those before, and waits for all responses.
    /// </summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="requests">Number of requests, 1 or more.</param>
    /// <param name="ratePerSecond">Requests a second, above 0.</param>
    /// <exception cref="TargetFaultException">The process under test died or answered wrongly.</exception>
    ValueTask<WindowCost> RunWindowAsync(int variant, int requests, double ratePerSecond);
}

/// <summary>A target that records the latency of each operation.</summary>
public interface ILatencies
{
    /// <summary>Forgets the latencies recorded so far.</summary>
    void ResetLatencies();

    /// <summary>The latencies of a variant's operations.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    LatencyHistogram LatenciesOf(int variant);
}

/// <summary>What a slice took.</summary>
/// <param name="ElapsedNs">From before its first operation to after its last, in ns.</param>
/// <param name="CpuNs">
/// CPU time of the process under test, in ns; 0 from a target that is no <see cref="ICpuClock"/>.
/// </param>
public readonly record struct SliceCost(long ElapsedNs, long CpuNs = 0);

/// <summary>What a window of an open loop took.</summary>
/// <param name="Window">What happened in it.</param>
/// <param name="CpuNs">
/// CPU time of the process under test, in ns; 0 from a target that is no <see cref="ICpuClock"/>.
/// </param>
public readonly record struct WindowCost(OpenLoopWindow Window, long CpuNs = 0);

/// <summary>What a few operations of a variant answered and logged.</summary>
/// <param name="Responses">
/// The response bytes of each operation, without the date; empty where the tier has none.
/// </param>
/// <param name="Log">The log bytes of all of them.</param>
public sealed record VariantEvidence(IReadOnlyList<byte[]> Responses, byte[] Log);
