using System.Runtime.ExceptionServices;

namespace ContextBench.Micro.Tests;

/// <summary>Runs code as BenchmarkDotNet does, on a thread without a live value: a test's own has xunit's.</summary>
internal static class BareThread
{
    public static T Run<T>(Func<T> code)
    {
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = code();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.UnsafeStart();
        thread.Join();
        failure?.Throw();
        return result;
    }

    public static void Run(Action code) => Run<object?>(() =>
    {
        code();
        return null;
    });
}
