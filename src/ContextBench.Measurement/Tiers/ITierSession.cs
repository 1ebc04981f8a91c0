using ContextBench.Handlers;

namespace ContextBench.Measurement.Tiers;

/// <summary>
/// The process under test of one launch: runs N operations of a variant and says what they took. Tiers differ only in
/// this.
/// </summary>
public interface ITierSession : IAsyncDisposable
{
    /// <summary>The type that handles each variant's requests, as the process under test reports it.</summary>
    IReadOnlyDictionary<string, string> HandlerTypes { get; }

    /// <summary>
    /// The collector's mode, as the process under test reports it (<see cref="CollectorMode"/>); null on a runtime that
    /// does not tell.
    /// </summary>
    string? GcMode { get; }

    /// <summary>
    /// How many compilations of every variant there are (<see cref="VariantCopies"/>); each is used alike.
    /// </summary>
    int Copies => 1;

    /// <summary>From now on slices run this compilation of their variants.</summary>
    /// <param name="copy">Which, 0 to <see cref="Copies"/> − 1.</param>
    void UseCopy(int copy)
    {
    }

    /// <summary>Runs a slice and waits until it has drained.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="operations">Number of operations, 1 or more.</param>
    /// <exception cref="LaunchFaultException">The process under test died or answered wrongly.</exception>
    ValueTask<SliceCost> RunSliceAsync(int variant, int operations);

    /// <summary>Runs a window of an open loop, records its latencies and waits until it has drained.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="requests">Number of requests, 1 or more.</param>
    /// <param name="ratePerSecond">Requests a second, above 0.</param>
    /// <returns>What it took; its latencies are valid until the next window.</returns>
    /// <exception cref="LaunchFaultException">The process under test died or answered wrongly.</exception>
    /// <exception cref="NotSupportedException">The tier has no connections.</exception>
    ValueTask<WindowCost> RunWindowAsync(int variant, int requests, double ratePerSecond) =>
        throw new NotSupportedException("an open loop needs a tier with connections");

    /// <summary>Runs a few operations one by one under counted ids.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    /// <param name="operations">Number of operations, 1 or more.</param>
    /// <returns>What they answered and logged.</returns>
    /// <exception cref="LaunchFaultException">The process under test died or answered wrongly.</exception>
    ValueTask<VariantEvidence> ProveAsync(int variant, int operations);

    /// <summary>
    /// What a process under test has used since it started; null on a runtime that does not count it.
    /// </summary>
    /// <param name="variant">
    /// Index of a variant, for the process that runs it; null for all processes under test together.
    /// </param>
    ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null);

    /// <summary>
    /// The collections in the process under test since this was last called, in any order; one of the last few ms may
    /// come with the next call.
    /// </summary>
    ValueTask<IReadOnlyList<CollectionSpan>> TakeCollectionsAsync();

    /// <summary>
    /// How long each variant's extra work took since this was last called, by the variant's name; empty where no work
    /// is added. Asked of a plan with doses alone (<see cref="Launches.LaunchPlan.IsDosed"/>).
    /// </summary>
    ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync() =>
        ValueTask.FromResult<IReadOnlyDictionary<string, WorkTime>>(new Dictionary<string, WorkTime>());

    /// <summary>Forgets the latencies recorded so far.</summary>
    void ResetLatencies();

    /// <summary>The latencies of a variant's operations, or null on a tier that does not record them.</summary>
    /// <param name="variant">Index of the variant in the launch's plan.</param>
    LatencyHistogram? LatenciesOf(int variant);
}
