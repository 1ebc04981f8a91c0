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
/// The value flows with the execution context: into awaited calls, <c>Task.Run</c> and timers, never from a callee back
/// to its caller. Entering and leaving allocate what setting an <see cref="AsyncLocal{T}"/> allocates and nothing more.
/// Enter and leave in the same method: scopes are left in the reverse order of entering, as <c>using</c> does.
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

    /// <summary>A stretch of the request in which a value is in use.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly AsyncLocal<T?> _current;
        private readonly T? _outer;

        internal Scope(AsyncLocal<T?> current, T? outer)
        {
            _current = current;
            _outer = outer;
        }

        /// <summary>Leaves the scope: the value that was in use around it is in use again.</summary>
        public void Dispose() => _current.Value = _outer;
    }
}
