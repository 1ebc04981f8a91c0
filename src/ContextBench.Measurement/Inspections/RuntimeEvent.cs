namespace ContextBench.Measurement.Inspections;

/// <summary>An allocation, as the runtime's event has it.</summary>
/// <param name="Ticks">When, by the clock of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Thread">The operating system's number of the thread.</param>
/// <param name="Type">The type's name.</param>
/// <param name="Objects">Objects that the event stands for: 1, or more where the runtime sampled.</param>
/// <param name="Bytes">Their bytes.</param>
public readonly record struct AllocationEvent(long Ticks, long Thread, string Type, long Objects, long Bytes);

/// <summary>All that a stretch of events says.</summary>
/// <param name="Allocations">The allocations, in the order of their time.</param>
/// <param name="AwaitTicks">When each await of an incomplete task began to wait, by the same clock.</param>
public sealed record RuntimeEvents(IReadOnlyList<AllocationEvent> Allocations, IReadOnlyList<long> AwaitTicks);
