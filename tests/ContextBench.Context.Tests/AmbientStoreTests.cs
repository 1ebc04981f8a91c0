using Xunit;

namespace ContextBench.Context.Tests;

public sealed class AmbientStoreTests
{
    private readonly AmbientStore<string> _store = new();

    [Fact]
    public void Outside_every_scope_there_is_no_value() => Assert.Null(_store.Current);

    [Fact]
    public void The_value_is_there_inside_the_scope_and_gone_outside()
    {
        using (_store.Use("42"))
            Assert.Equal("42", _store.Current);

        Assert.Null(_store.Current);
    }

    [Fact]
    public void Leaving_a_nested_scope_brings_the_outer_value_back()
    {
        using (_store.Use("outer"))
        {
            using (_store.Use("middle"))
            {
                using (_store.Use("inner"))
                    Assert.Equal("inner", _store.Current);
                Assert.Equal("middle", _store.Current);
            }

            Assert.Equal("outer", _store.Current);
        }

        Assert.Null(_store.Current);
    }

    [Fact]
    public void A_nested_scope_of_the_same_value_leaves_the_outer_one_in_use()
    {
        using (_store.Use("42"))
        {
            using (_store.Use("42"))
                Assert.Equal("42", _store.Current);
            Assert.Equal("42", _store.Current);
        }
    }

    [Fact]
    public void The_value_is_the_very_object_that_was_put_in()
    {
        var store = new AmbientStore<object>();
        var value = new object();

        using (store.Use(value))
            Assert.Same(value, store.Current);
    }

    [Fact]
    public void An_exception_leaves_the_scope()
    {
        Assert.Throws<InvalidOperationException>(() => ThrowWithin(_store));
        Assert.Null(_store.Current);

        static void ThrowWithin(AmbientStore<string> store)
        {
            using var scope = store.Use("42");
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void An_exception_in_a_nested_scope_brings_the_outer_value_back()
    {
        using var outer = _store.Use("outer");
        try
        {
            using var inner = _store.Use("inner");
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
            Assert.Equal("outer", _store.Current);
        }
    }

    [Fact]
    public void Two_stores_are_independent()
    {
        var other = new AmbientStore<string>();

        using (_store.Use("42"))
        {
            Assert.Null(other.Current);
            using (other.Use("7"))
                Assert.Equal(("42", "7"), (_store.Current, other.Current));
            Assert.Equal(("42", null), (_store.Current, other.Current));
        }
    }

    [Fact]
    public void Leaving_a_scope_undoes_nothing_else_that_was_set_inside_it()
    {
        var other = new AsyncLocal<string?> { Value = "before" };

        using (_store.Use("42"))
            other.Value = "inside";

        Assert.Null(_store.Current);
        Assert.Equal("inside", other.Value);
    }

    [Fact]
    public void Entering_a_scope_undoes_nothing_that_was_set_before_it()
    {
        var other = new AsyncLocal<string?> { Value = "before" };

        using (_store.Use("42"))
            Assert.Equal("before", other.Value);
    }

    [Fact]
    public void Leaving_a_default_scope_does_nothing()
    {
        default(AmbientStore<string>.Scope).Dispose();

        using var scope = _store.Use("42");
        default(AmbientStore<string>.Scope).Dispose();
        Assert.Equal("42", _store.Current);
    }

    [Fact]
    public void A_scope_that_is_left_twice_brings_a_dead_value_back()
    {
        var outer = _store.Use("outer");
        var inner = _store.Use("inner");
        inner.Dispose();
        outer.Dispose();
        Assert.Null(_store.Current);

        inner.Dispose();

        Assert.Equal("outer", _store.Current);
    }

    [Fact]
    public void Scopes_left_out_of_order_bring_a_dead_value_back()
    {
        var outer = _store.Use("outer");
        var inner = _store.Use("inner");

        outer.Dispose();
        Assert.Null(_store.Current);
        inner.Dispose();

        Assert.Equal("outer", _store.Current);
    }
}
