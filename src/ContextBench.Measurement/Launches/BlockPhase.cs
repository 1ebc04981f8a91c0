namespace ContextBench.Measurement.Launches;

/// <summary>Runs blocks, batch by batch, and marks the slices that a collection fell into.</summary>
/// <remarks>
/// The process under test tells of a collection a little late, so each batch waits for the end of the next one before
/// it is observed.
/// </remarks>
internal sealed class BlockPhase(
    LaunchPlan plan, ITarget target, BlockSchedule schedule, int sliceOperations, ExtraWork extraWork,
    Action<Observation> observe)
{
    private const double LongestBatchSeconds = 0.4;

    private static readonly TimeSpan CollectionsAreLate = TimeSpan.FromMilliseconds(20);

    private readonly int _variants = plan.Study.Variants.Count;
    private readonly bool _hasCpuClock = target is ICpuClock;
    private readonly List<CollectionSpan> _collections = [];
    private RecordedBatch? _waiting;
    private int _blocks;
    private long _elapsedNs;
    private long _cpuNs;

    /// <summary>Runs them for as long as the plan says, and at least two batches.</summary>
    /// <param name="secondsPerPass">How long a pass over the schedule takes, in s.</param>
    public async Task<MeasuredTotals> RunAsync(double secondsPerPass)
    {
        // A batch is whole passes over the design, so that each batch is balanced in itself, and of one copy of
        // the variants: the spread between batches then has what lies between copies. Where operations are slow,
        // fewer copies fit, and it matters less where their code lies.
        var fitting = (int)(plan.Tier.MeasureSeconds / secondsPerPass);
        var copies = Math.Clamp(fitting, 1, (target as ICodeCopies)?.Copies ?? 1);
        var batchSeconds = Math.Min(LongestBatchSeconds, plan.Tier.MeasureSeconds / copies);
        var passesPerBatch = Math.Max(1, (int)Math.Ceiling(batchSeconds / secondsPerPass));
        var blocksPerBatch = passesPerBatch * schedule.BlocksPerPass;
        await TakeCollectionsAsync(); // those of the warm-up
        _collections.Clear();
        var start = Stopwatch.GetTimestamp();
        for (var batch = 0; !IsEnd(batch); batch++)
        {
            (target as ICodeCopies)?.UseCopy(batch % copies);
            var recorded = await RunBatchAsync(batch, blocksPerBatch);
            await extraWork.FollowAsync(recorded.Batch, sliceOperations);
            await ObserveWaitingAsync();
            _waiting = recorded;
        }

        await Task.Delay(CollectionsAreLate);
        await ObserveWaitingAsync();
        return new MeasuredTotals(_blocks, sliceOperations, _elapsedNs, _hasCpuClock ? _cpuNs : null);

        // All copies count the same, so the last round over them is finished.
        bool IsEnd(int batch) =>
            batch >= LaunchPlan.FewestBatches && batch % copies == 0
            && SecondsSince(start) >= plan.Tier.MeasureSeconds - (batchSeconds * copies / 2);
    }

    private static double SecondsSince(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;

    private async Task<RecordedBatch> RunBatchAsync(int batch, int blocks)
    {
        var recorded = new RecordedBatch(
            BatchObservation.Empty(plan.Tier.Tier, plan.Launch, batch, _variants, blocks, _hasCpuClock));
        for (var block = 0; block < blocks; block++)
        {
            var order = schedule.Next().ToArray();
            recorded.Batch.Orders[block] = order;
            foreach (var variant in order)
            {
                var start = Stopwatch.GetTimestamp();
                var cost = await target.RunSliceAsync(variant, sliceOperations);
                recorded.Add(variant, block, cost, start, Stopwatch.GetTimestamp());
                _elapsedNs += cost.ElapsedNs;
                _cpuNs += cost.CpuNs;
            }
        }

        _blocks += blocks;
        return recorded;
    }

    private async Task ObserveWaitingAsync()
    {
        if (_waiting is null)
            return;

        await TakeCollectionsAsync();
        observe(_waiting.Marked(_collections));
        _collections.RemoveAll(collection => collection.End < _waiting.End);
    }

    private async Task TakeCollectionsAsync()
    {
        if (target is ICollections collecting)
            _collections.AddRange(await collecting.TakeCollectionsAsync());
    }

    // A batch with the moments of its slices, which nobody needs once the slices with collections are known.
    private sealed class RecordedBatch(BatchObservation batch)
    {
        private readonly List<(int Variant, int Block, long Start, long End)> _slices = [];

        public BatchObservation Batch => batch;

        public long End => _slices[^1].End;

        public void Add(int variant, int block, SliceCost cost, long start, long end)
        {
            batch.ElapsedNs[variant][block] = cost.ElapsedNs;
            if (batch.CpuNs is { } cpuNs)
                cpuNs[variant][block] = cost.CpuNs;
            _slices.Add((variant, block, start, end));
        }

        public BatchObservation Marked(IReadOnlyList<CollectionSpan> collections)
        {
            var collected = _slices
                .Where(slice => collections.Any(collection => collection.Overlaps(slice.Start, slice.End)))
                .ToLookup(slice => slice.Variant, slice => slice.Block);
            return batch with { Collected = [.. batch.ElapsedNs.Select((_, variant) => collected[variant].ToArray())] };
        }
    }
}
