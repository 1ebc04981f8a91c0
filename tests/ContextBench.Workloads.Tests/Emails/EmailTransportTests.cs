using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests.Emails;

public sealed class EmailTransportTests
{
    [Fact]
    public void Sync_completes_before_it_returns() =>
        Assert.True(EmailTransport.Create(SendMode.Sync).SendAsync("user@example.com").IsCompletedSuccessfully);

    [Fact]
    public void Yield_completes_only_after_what_it_posted_has_run()
    {
        var posted = new PostedWork();
        var send = posted.Within(() => EmailTransport.Create(SendMode.Yield).SendAsync("user@example.com"));

        Assert.False(send.IsCompleted);
        Assert.Equal(1, posted.RunAll());
        Assert.True(send.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Delay_does_not_complete_at_once_but_completes()
    {
        var transport = EmailTransport.Create(SendMode.Delay);
        var sends = new Task[100];
        var completedAtOnce = 0;
        for (var i = 0; i < sends.Length; i++)
        {
            sends[i] = transport.SendAsync("user@example.com");
            completedAtOnce += sends[i].IsCompleted ? 1 : 0;
        }

        // A pause of this thread can let a few timers fire before they are looked at, never a hundred.
        Assert.NotEqual(sends.Length, completedAtOnce);
        await Task.WhenAll(sends);
    }

    [Fact]
    public void An_unknown_mode_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EmailTransport.Create((SendMode)99));

    /// <summary>Holds back what is posted to it, so that a test decides when it runs.</summary>
    private sealed class PostedWork : SynchronizationContext
    {
        private readonly Queue<Action> _work = new();

        public Task Within(Func<Task> start)
        {
            var outer = Current;
            SetSynchronizationContext(this);
            try
            {
                return start();
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }

        public int RunAll()
        {
            var count = 0;
            for (; _work.TryDequeue(out var work); count++)
                work();
            return count;
        }

        public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue(() => d(state));
    }
}
