namespace ContextBench.Workloads.Tests;

/// <summary>A file name of its own for one test, deleted with it.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"contextbench-{Guid.NewGuid():N}.log");

    public void Dispose() => File.Delete(Path);
}
