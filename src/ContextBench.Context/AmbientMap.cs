#nullable enable

using System;
using System.Collections.Generic;

namespace ContextBench.Context;

/// <summary>
/// Named values that follow a request through every <c>await</c>: one map a request, in one ambient store.
/// </summary>
/// <remarks>
/// The shape of the 2020 article's Node.js store (kuzzleio/kuzzle, <c>lib/util/asyncStore.ts</c>): a request begins
/// with an empty map, and whoever runs within the request sets and reads values by name. The map is shared by
/// everything that the request starts, so a value set in a callee is seen by its caller; reads and writes are safe from
/// several threads.
/// </remarks>
public sealed class AmbientMap
{
    private readonly AmbientStore<Dictionary<string, object?>> _store = new();

    /// <summary>Whether there is a map in use where this is read.</summary>
    public bool Exists => _store.Current is not null;

    /// <summary>Puts a new, empty map into use until the scope that is returned is disposed.</summary>
    /// <returns>The scope; disposing it brings the outer map back.</returns>
    public AmbientStore<Dictionary<string, object?>>.Scope Enter() => _store.Use(new Dictionary<string, object?>());

    /// <summary>Sets a value for the rest of the request.</summary>
    /// <param name="name">The value's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">No map is in use: call within <see cref="Enter"/>.</exception>
    public void Set(string name, object? value)
    {
        var map = _store.Current
            ?? throw new InvalidOperationException($"no ambient map to set '{name}' in: call Enter() first");
        lock (map)
        {
            map[name] = value;
        }
    }

    /// <summary>Reads a value of the request.</summary>
    /// <param name="name">The value's name.</param>
    /// <returns>The value, or null where it was not set or no map is in use.</returns>
    public object? Get(string name)
    {
        var map = _store.Current;
        if (map is null)
            return null;

        lock (map)
        {
            return map.GetValueOrDefault(name);
        }
    }
}
