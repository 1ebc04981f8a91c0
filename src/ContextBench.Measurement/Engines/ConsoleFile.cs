namespace ContextBench.Measurement.Engines;

/// <summary>
/// The file that stands in for a server's standard output with the console sink, gone with the launch.
/// </summary>
internal sealed class ConsoleFile : IDisposable
{
    private ConsoleFile(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Creates it, or none for a workload that writes nothing.</summary>
    public static ConsoleFile? For(WorkloadFacts workload) =>
        workload.Sink == SinkKind.Console ? new ConsoleFile(System.IO.Path.GetTempFileName()) : null;

    /// <summary>Deletes it, and those of processes apart, which have its name and a number.</summary>
    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(
            System.IO.Path.GetDirectoryName(Path)!, System.IO.Path.GetFileName(Path) + "*"))
            File.Delete(file);
    }
}
