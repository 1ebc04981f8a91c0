using Xunit;

namespace ContextBench.Context.Tests;

/// <summary>Where the value goes with the request, and where it does not.</summary>
public sealed class AmbientStoreFlowTests
{
    private readonly AmbientStore<string> _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_flows_through_await()
    {
        using var scope = _store.Use("42");
        await Task.Yield();

        Assert.Equal("42", _store.Current);
        Assert.Equal("42", await ReadAfterYield());

        async Task<string?> ReadAfterYield()
        {
            await Task.Yield();
            return _store.Current;
        }
    }

    [Fact]
    public async Task It_flows_through_ConfigureAwait_false()
    {
        using var scope = _store.Use("42");

        Assert.Equal("42", await ReadAfterDelay());

        async Task<string?> ReadAfterDelay()
        {
            await Task.Delay(1, Cancellation).ConfigureAwait(false);
            return _store.Current;
        }
    }

    [Fact]
    public async Task It_flows_into_Task_Run()
    {
        using var scope = _store.Use("42");

        Assert.Equal("42", await Task.Run(() => _store.Current, Cancellation));
    }

    [Fact]
    public void It_flows_into_a_new_thread()
    {
        string? seen = null;
        var thread = new Thread(() => seen = _store.Current);

        using (_store.Use("42"))
            thread.Start();
        thread.Join();

        Assert.Equal("42", seen);
    }

    [Fact]
    public async Task It_flows_into_a_timer_even_one_that_fires_after_the_scope()
    {
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Timer timer;
        using (_store.Use("42"))
            timer = new Timer(_ => seen.SetResult(_store.Current), null, Timeout.Infinite, Timeout.Infinite);

        using (timer)
        {
            timer.Change(dueTime: 0, Timeout.Infinite);
            Assert.Equal("42", await seen.Task.WaitAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_timer_created_outside_the_scope_does_not_see_it()
    {
        var seen = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = new Timer(
            _ => seen.SetResult(_store.Current), null, Timeout.Infinite, Timeout.Infinite);

        using (_store.Use("42"))
        {
            timer.Change(dueTime: 0, Timeout.Infinite);
            Assert.Null(await seen.Task.WaitAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Work_started_inside_the_scope_keeps_the_value_after_the_scope_is_left()
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string?> work;
        using (_store.Use("42"))
            work = ReadWhenLeft();

        Assert.Null(_store.Current);
        left.SetResult();
        Assert.Equal("42", await work);

        async Task<string?> ReadWhenLeft()
        {
            await left.Task;
            return _store.Current;
        }
    }

    [Fact]
    public async Task It_does_not_flow_where_the_flow_is_suppressed()
    {
        using var scope = _store.Use("42");
        Task<string?> work;
        using (ExecutionContext.SuppressFlow())
            work = Task.Run(() => _store.Current, Cancellation);

        Assert.Null(await work);
    }

    [Fact]
    public async Task It_does_not_flow_from_an_async_callee_back_to_its_caller()
    {
        await EnterAndNeverLeave(yieldFirst: false);
        Assert.Null(_store.Current);
        await EnterAndNeverLeave(yieldFirst: true);
        Assert.Null(_store.Current);

        async Task EnterAndNeverLeave(bool yieldFirst)
        {
            if (yieldFirst)
                await Task.Yield();
            _ = _store.Use("callee");
            Assert.Equal("callee", _store.Current);
            await Task.Yield();
            Assert.Equal("callee", _store.Current);
        }
    }

    [Fact]
    public async Task A_callee_replaces_the_value_for_itself_alone()
    {
        using var scope = _store.Use("caller");
        await EnterAndNeverLeave();

        Assert.Equal("caller", _store.Current);

        async Task EnterAndNeverLeave()
        {
            _ = _store.Use("callee");
            await Task.Yield();
        }
    }

    [Fact]
    public void It_flows_from_a_callee_that_is_not_async_back_to_its_caller_until_the_scope_is_left()
    {
        var scope = Enter();
        Assert.Equal("callee", _store.Current);

        scope.Dispose();
        Assert.Null(_store.Current);

        AmbientStore<string>.Scope Enter() => _store.Use("callee");
    }

    [Fact]
    public async Task It_flows_back_from_a_callee_that_returns_a_task_and_is_not_async()
    {
        AmbientStore<string>.Scope scope = default;
        var task = EnterAndReturnTask();
        Assert.Equal("callee", _store.Current);

        await task;
        Assert.Equal("callee", _store.Current);

        scope.Dispose();
        Assert.Null(_store.Current);

        Task EnterAndReturnTask()
        {
            scope = _store.Use("callee");
            return Task.Delay(1, Cancellation);
        }
    }

    [Fact]
    public async Task An_exception_after_an_await_leaves_the_scope()
    {
        var seenInCatch = "not caught";
        try
        {
            using var scope = _store.Use("42");
            await Task.Yield();
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            seenInCatch = _store.Current;
        }

        Assert.Null(seenInCatch);
    }

    [Fact]
    public async Task Concurrent_requests_never_see_each_others_value()
    {
        const int requests = 500;
        const int steps = 20;

        var strangers = await Task.WhenAll(Enumerable.Range(0, requests).Select(Request));

        Assert.Equal(0, strangers.Sum());
        Assert.Null(_store.Current);

        // Not Task.Run: the first stretch of every request runs on this thread, in this context.
        async Task<int> Request(int i)
        {
            var id = $"request {i}";
            var wrong = 0;
            using var scope = _store.Use(id);
            for (var step = 0; step < steps; step++)
            {
                await Task.Yield();
                wrong += _store.Current == id ? 0 : 1;
                wrong += await Callee() == id ? 0 : 1;
            }

            return wrong;
        }

        async Task<string?> Callee()
        {
            await Task.Yield();
            return _store.Current;
        }
    }
}
