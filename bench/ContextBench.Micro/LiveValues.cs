namespace ContextBench.Micro;

/// <summary>What is live in the execution context, so that a benchmark's setup can check what it claims.</summary>
public static class LiveValues
{
    /// <summary>The value that benchmarks make live: none is made while measuring.</summary>
    public const string Id = "3f2b8c1e-0d4a-4b57-9a6e-2f1c7d8e9b0a";

    /// <summary>Checks that no <see cref="AsyncLocal{T}"/> has a value where this is called.</summary>
    /// <remarks>
    /// Every thread without a live value has the same default context, and a thread that inherits nothing has that one.
    /// </remarks>
    /// <exception cref="InvalidOperationException">There is a live value, or the flow is suppressed.</exception>
    public static void RequireNone()
    {
        ExecutionContext? none = null;
        var thread = new Thread(() => none = ExecutionContext.Capture());
        thread.UnsafeStart();
        thread.Join();
        if (!ReferenceEquals(none, ExecutionContext.Capture()))
            throw new InvalidOperationException("a value is live; this benchmark has to begin with none");
    }

    /// <summary>
    /// Makes <see cref="Id"/> live on this thread, where nothing is, and checks that a benchmark sees it.
    /// </summary>
    /// <param name="enter">Makes it live.</param>
    /// <param name="read">The benchmark.</param>
    /// <exception cref="InvalidOperationException">Something was live before, or is not after.</exception>
    public static void MakeLive(Action enter, Func<object?> read)
    {
        RequireNone();
        enter();
        Require(Id, read());
    }

    /// <summary>Checks that a value is the one that a benchmark claims to be live.</summary>
    /// <param name="expected">The value that was made live.</param>
    /// <param name="actual">The value that is seen.</param>
    /// <exception cref="InvalidOperationException">They are not the same object.</exception>
    public static void Require(object expected, object? actual)
    {
        if (!ReferenceEquals(expected, actual))
            throw new InvalidOperationException($"'{expected}' has to be live; seen is '{actual ?? "nothing"}'");
    }
}
