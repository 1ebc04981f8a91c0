using Xunit;

namespace ContextBench.Context.Tests;

/// <summary>Where the value goes with an iterator and its consumer, and where it does not.</summary>
public sealed class AmbientStoreIteratorTests
{
    private readonly AmbientStore<string> _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_does_not_flow_from_an_async_iterator_to_its_consumer(bool awaitFirst)
    {
        await foreach (var seenInside in Iterate())
        {
            Assert.Equal("iterator", seenInside);
            Assert.Null(_store.Current);
        }

        Assert.Null(_store.Current);

        async IAsyncEnumerable<string?> Iterate()
        {
            using var scope = _store.Use("iterator");
            if (awaitFirst)
                await Task.Yield();
            yield return _store.Current;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("consumer")]
    public async Task An_async_iterator_reads_its_consumers_value_after_a_yield(string? consumers)
    {
        var seen = new List<string?>();
        await using (var iterator = Iterate().GetAsyncEnumerator(Cancellation))
        {
            Assert.True(await iterator.MoveNextAsync());
            using (consumers is null ? default : _store.Use(consumers))
            {
                Assert.True(await iterator.MoveNextAsync());
                Assert.Equal(consumers, _store.Current);
            }

            Assert.False(await iterator.MoveNextAsync());
        }

        Assert.Equal(["iterator", "iterator", consumers, consumers, null], seen);
        Assert.Null(_store.Current);

        async IAsyncEnumerable<int> Iterate()
        {
            using var scope = _store.Use("iterator");
            seen.Add(_store.Current);
            await Task.Yield();
            seen.Add(_store.Current);
            yield return 1;
            seen.Add(_store.Current);
            await Task.Yield();
            seen.Add(_store.Current);
            yield return 2;
            seen.Add(_store.Current);
        }
    }

    [Fact]
    public void It_flows_from_an_iterator_to_its_consumer_until_the_scope_is_left()
    {
        foreach (var seenInside in Iterate())
        {
            Assert.Equal("iterator", seenInside);
            Assert.Equal("iterator", _store.Current);
        }

        Assert.Null(_store.Current);

        IEnumerable<string?> Iterate()
        {
            using var scope = _store.Use("iterator");
            yield return _store.Current;
            yield return _store.Current;
        }
    }
}
