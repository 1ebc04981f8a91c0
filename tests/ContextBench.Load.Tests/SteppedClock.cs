namespace ContextBench.Load.Tests;

/// <summary>A clock that moves by a step whenever it is read, and further when a server takes its time.</summary>
internal sealed class SteppedClock(TimeSpan step) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How far it has moved; to look does not move it.</summary>
    public TimeSpan Now => new(Interlocked.Read(ref _ticks));

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, step.Ticks);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
