using Xunit;

namespace ContextBench.Context.Tests;

public sealed class AmbientMapTests
{
    private readonly AmbientMap _map = new();

    [Fact]
    public void What_is_set_is_read_and_gone_outside()
    {
        using (_map.Enter())
        {
            _map.Set("id", "42");
            Assert.Equal("42", _map.Get("id"));
        }

        Assert.Null(_map.Get("id"));
    }

    [Fact]
    public void It_exists_within_a_scope_alone()
    {
        Assert.False(_map.Exists);
        using (_map.Enter())
            Assert.True(_map.Exists);
        Assert.False(_map.Exists);
    }

    [Fact]
    public void A_name_that_was_not_set_reads_as_null()
    {
        using var scope = _map.Enter();
        _map.Set("id", "42");

        Assert.Null(_map.Get("ID"));
    }

    [Fact]
    public void Setting_a_name_again_replaces_its_value()
    {
        using var scope = _map.Enter();
        _map.Set("id", "42");
        _map.Set("id", "43");

        Assert.Equal("43", _map.Get("id"));
    }

    [Fact]
    public void Reading_outside_gives_null() => Assert.Null(_map.Get("id"));

    [Fact]
    public void Setting_outside_is_refused_and_names_what_to_call()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => _map.Set("id", "42"));

        Assert.Contains("'id'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Enter()", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_set_in_a_callee_is_seen_by_its_caller()
    {
        using var scope = _map.Enter();
        await SetAfterYield();

        Assert.Equal("42", _map.Get("id"));

        async Task SetAfterYield()
        {
            await Task.Yield();
            _map.Set("id", "42");
        }
    }

    [Fact]
    public async Task A_map_entered_in_a_callee_is_not_seen_by_its_caller()
    {
        await EnterAndNeverLeave();

        Assert.False(_map.Exists);

        async Task EnterAndNeverLeave()
        {
            _ = _map.Enter();
            await Task.Yield();
        }
    }

    [Fact]
    public void A_new_map_starts_empty()
    {
        using (_map.Enter())
            _map.Set("id", "42");

        using (_map.Enter())
            Assert.Null(_map.Get("id"));
    }

    [Fact]
    public void A_nested_map_starts_empty_and_leaves_the_outer_one_as_it_was()
    {
        using var outer = _map.Enter();
        _map.Set("id", "outer");

        using (_map.Enter())
        {
            Assert.Null(_map.Get("id"));
            _map.Set("id", "inner");
            Assert.Equal("inner", _map.Get("id"));
        }

        Assert.Equal("outer", _map.Get("id"));
    }

    [Fact]
    public void Two_maps_are_independent()
    {
        var other = new AmbientMap();
        using var scope = _map.Enter();
        using var otherScope = other.Enter();
        _map.Set("id", "42");

        Assert.Null(other.Get("id"));
    }

    [Fact]
    public async Task Parallel_branches_of_a_request_set_and_read_safely()
    {
        const int branches = 8;
        const int values = 2_000;
        using var scope = _map.Enter();

        // Unlocked, a dictionary that grows under eight writers loses entries or throws.
        await Task.WhenAll(Enumerable.Range(0, branches).Select(branch => Task.Run(
            () =>
            {
                for (var i = 0; i < values; i++)
                {
                    _map.Set($"{branch}/{i}", i);
                    Assert.Equal(i, _map.Get($"{branch}/{i}"));
                }
            },
            TestContext.Current.CancellationToken)));

        for (var branch = 0; branch < branches; branch++)
        {
            for (var i = 0; i < values; i++)
                Assert.Equal(i, _map.Get($"{branch}/{i}"));
        }
    }

    [Fact]
    public async Task Concurrent_requests_never_see_each_others_values()
    {
        var strangers = await Task.WhenAll(Enumerable.Range(0, 500).Select(Request));

        Assert.Equal(0, strangers.Sum());

        async Task<int> Request(int id)
        {
            using var scope = _map.Enter();
            _map.Set("id", id);
            var wrong = 0;
            for (var step = 0; step < 20; step++)
            {
                await Task.Yield();
                wrong += Equals(_map.Get("id"), id) ? 0 : 1;
            }

            return wrong;
        }
    }
}
