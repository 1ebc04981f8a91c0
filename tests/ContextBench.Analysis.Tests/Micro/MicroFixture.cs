using System.Runtime.CompilerServices;

namespace ContextBench.Analysis.Tests.Micro;

/// <summary>A folder with results of a run of BenchmarkDotNet, cut to three launches of three iterations.</summary>
internal sealed class MicroFixture : IDisposable
{
    private const string Results = "ContextBench.Micro.HandlerBenchmarks-report-full.json";

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("contextbench").FullName;

    public string File => Path.Combine(Directory, "results", Results);

    /// <summary>Makes the folder, with the text of its file changed.</summary>
    public static MicroFixture With(Func<string, string> change)
    {
        var fixture = new MicroFixture();
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(fixture.File)!);
        System.IO.File.WriteAllText(fixture.File, change(System.IO.File.ReadAllText(Source())));
        return fixture;
    }

    public static MicroFixture Unchanged() => With(text => text);

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    private static string Source([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "Data", Results);
}
