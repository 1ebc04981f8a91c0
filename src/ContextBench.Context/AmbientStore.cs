#nullable enable

using System;
using System.Threading;

namespace ContextBench.Context;

/// <summary>
/// A value that follows a request through every <c>await</c>, so that code far below can read it without a parameter.
/// </summary>
/// <typeparam name="T">
/// What is carried; a reference type, because an <see cref="AsyncLocal{T}"/> boxes any other.
/// </typeparam>
/// <example>
/// <code>
/// private static readonly AmbientStore&lt;string&gt; RequestId = new();
///
/// using (RequestId.Use("42"))
/// {
///     await DoWorkAsync();      // anything in here reads RequestId.Current and finds "42"
/// }
/// </code>
/// </example>
/// <remarks>
/// <para>
/// The value flows with the execution context: into awaited calls, <c>Task.Run</c> and timers. Entering and leaving
/// allocate what setting an <see cref="AsyncLocal{T}"/> allocates and nothing more.
/// </para>
/// <para>Whether a value that a callee puts into use reaches its caller depends on the callee:</para>
/// <list type="bullet">
/// <item>from an <c>async</c> method, never;</item>
/// <item>
/// from a method that is not <c>async</c>, even one that returns a task, always: until the scope is left;
/// </item>
/// <item>
/// from an <c>async</c> iterator, never, and the iterator itself loses it at its next <c>yield return</c>: from there
/// on it reads what its consumer has in use;
/// </item>
/// <item>from an iterator that is not <c>async</c>, at each <c>yield return</c>, until the scope is left.</item>
/// </list>
/// <para>
/// So enter and leave in the same method. Leave each scope once, the inner before the outer, as <c>using</c> does: a
/// scope that is left twice, or out of order, brings a value back whose own scope is over. Nothing guards against it,
/// since a guard would cost every scope a field.
/// </para>
/// </remarks>
public sealed class AmbientStore<T>
    where T : class
{
    private readonly AsyncLocal<T?> _current = new();

    /// <summary>The value in use where this is read, or null outside every scope.</summary>
    public T? Current => _current.Value;

    /// <summary>Puts a value into use until the scope that is returned is disposed.</summary>
    /// <param name="value">What <see cref="Current"/> returns within the scope.</param>
    /// <returns>The scope; disposing it brings the outer value back.</returns>
    public Scope Use(T value)
    {
        var outer = _current.Value;
        _current.Value = value;
        return new Scope(_current, outer);
    }

    /// <summary>A stretch of the request in which a value is in use; the default one is of none.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly AsyncLocal<T?>? _current;
        private readonly T? _outer;

        internal Scope(AsyncLocal<T?> current, T? outer)
        {
            _current = current;
            _outer = outer;
        }

        /// <summary>
        /// Leaves the scope: the value that was in use around it is in use again. Does nothing to a default scope.
        /// </summary>
        public void Dispose()
        {
            // Not "_current?.Value = _outer": compilers before C# 14 do not take it.
            if (_current != null)
                _current.Value = _outer;
        }
    }
}
