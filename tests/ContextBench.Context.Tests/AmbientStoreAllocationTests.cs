using System.Runtime.ExceptionServices;
using Xunit;

namespace ContextBench.Context.Tests;

/// <summary>What a scope allocates, counted by the runtime to the byte.</summary>
public sealed class AmbientStoreAllocationTests
{
    private const int Scopes = 1_000;

    [Theory]
    [InlineData(0)] // each number of live values has a map type of its own: one element, …
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)] // … arrays …
    [InlineData(16)]
    [InlineData(20)] // … and a dictionary
    public void Entering_reading_and_leaving_allocates_what_a_bare_AsyncLocal_does(int otherLiveValues)
    {
        var store = new AmbientStore<string>();
        var bare = new AsyncLocal<string?>();
        var others = Enumerable.Range(0, otherLiveValues).Select(_ => new AsyncLocal<string?>()).ToArray();
        var (storeBytes, bareBytes) = (0L, 0L);

        OnThreadOfItsOwn(() =>
        {
            foreach (var other in others)
                other.Value = "live";

            // The first round warms up; the second counts.
            for (var round = 0; round < 2; round++)
            {
                storeBytes = AllocatedBy(() => EnterReadLeave(store));
                bareBytes = AllocatedBy(() => SetReadReset(bare));
            }
        });

        Assert.True(bareBytes > 0, "setting an AsyncLocal allocates; this counted nothing");
        Assert.Equal(bareBytes, storeBytes);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var store = new AmbientStore<string>();
        var bytes = -1L;

        OnThreadOfItsOwn(() =>
        {
            using var scope = store.Use("42");
            for (var round = 0; round < 2; round++)
                bytes = AllocatedBy(() => GC.KeepAlive(store.Current));
        });

        Assert.Equal(0, bytes);
    }

    private static void EnterReadLeave(AmbientStore<string> store)
    {
        using (store.Use("42"))
            GC.KeepAlive(store.Current);
    }

    private static void SetReadReset(AsyncLocal<string?> local)
    {
        local.Value = "42";
        GC.KeepAlive(local.Value);
        local.Value = null;
    }

    private static long AllocatedBy(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Scopes; i++)
            action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // The test runner's own ambient values would be live otherwise: UnsafeStart carries no context over.
    private static void OnThreadOfItsOwn(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.UnsafeStart();
        thread.Join();
        failure?.Throw();
    }
}
