namespace ContextBench.Measurement.Servers;

/// <summary>HTTP over loopback to one server process of each variant (<see cref="Residency.Apart"/>).</summary>
/// <remarks>
/// All share one processor: while a slice of one runs, the others wait for requests. Nothing is left out or charged,
/// since each process pays for its own collections.
/// </remarks>
public sealed class ApartTarget : IHttpVariants, ILatencies
{
    private readonly HttpTarget[] _processes;
    private readonly IReadOnlyList<string> _variants;

    private ApartTarget(HttpTarget[] processes, IReadOnlyList<string> variants)
    {
        (_processes, _variants) = (processes, variants);
        Handlers = processes.SelectMany(process => process.Handlers).ToDictionary();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Handlers { get; }

    /// <inheritdoc/>
    public string? GcMode => _processes[0].GcMode; // all are started alike

    /// <summary>Starts the servers, in the launch's order, and connects to them.</summary>
    /// <param name="plan">What the launch is to do.</param>
    /// <param name="order">The launch's permutations.</param>
    /// <exception cref="TargetFaultException">A server did not start.</exception>
    public static ApartTarget Start(LaunchPlan plan, LaunchOrder order)
    {
        var processes = new HttpTarget?[plan.Study.Variants.Count];
        try
        {
            // The first process measures how fast the machine spins; the others take its word for it, so that the same
            // work is the same number of iterations in all of them.
            double? speed = null;
            foreach (var variant in order.Creation)
            {
                processes[variant] = HttpTarget.Start(
                    plan with
                    {
                        Study = plan.Study.Only(plan.Study.Names[variant]),
                        Run = plan.Run with { WorkSpeed = speed },
                        // Two processes that wrote one file would wait for each other.
                        ConsoleFile = plan.ConsoleFile is { } file ? $"{file}-{variant}" : null,
                    },
                    new LaunchOrder([0], [order.Slots[variant]], [0]));
                speed ??= processes[variant]!.WorkSpeed;
            }

            return new ApartTarget(processes!, plan.Study.Names);
        }
        catch
        {
            foreach (var process in processes)
                process?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<SliceCost> RunSliceAsync(int variant, int operations) =>
        _processes[variant].RunSliceAsync(0, operations);

    /// <inheritdoc/>
    public ValueTask<VariantEvidence> ProveAsync(int variant, int operations) =>
        _processes[variant].ProveAsync(0, operations);

    /// <inheritdoc/>
    public Uri RouteOf(string variant) => _processes[_variants.ToList().IndexOf(variant)].RouteOf(variant);

    /// <inheritdoc/>
    public long ReadCpuNs() => _processes.Sum(process => process.ReadCpuNs());

    /// <inheritdoc/>
    public async ValueTask<RuntimeCounters?> ReadCountersAsync(int? variant = null)
    {
        if (variant is { } one)
            return await _processes[one].ReadCountersAsync();

        RuntimeCounters? sum = default(RuntimeCounters);
        foreach (var process in _processes)
            sum += await process.ReadCountersAsync();
        return sum;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, WorkTime>> TakeWorkTimesAsync()
    {
        var times = await Task.WhenAll(_processes.Select(process => process.TakeWorkTimesAsync().AsTask()));
        return times.SelectMany(ofProcess => ofProcess).ToDictionary();
    }

    /// <inheritdoc/>
    public async ValueTask SetWorkAsync(double microseconds)
    {
        foreach (var process in _processes)
            await process.SetWorkAsync(microseconds);
    }

    /// <inheritdoc/>
    public void ResetLatencies()
    {
        foreach (var process in _processes)
            process.ResetLatencies();
    }

    /// <inheritdoc/>
    public LatencyHistogram LatenciesOf(int variant) => _processes[variant].LatenciesOf(0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            process.Dispose();
        return ValueTask.CompletedTask;
    }
}
