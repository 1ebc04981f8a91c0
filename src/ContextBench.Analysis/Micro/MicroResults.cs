namespace ContextBench.Analysis.Micro;

/// <summary>What BenchmarkDotNet measured in a run, with our own intervals.</summary>
/// <param name="Cases">Every benchmark at every set of parameters, in the order of its class's file.</param>
public sealed record MicroResults(IReadOnlyList<MicroCase> Cases)
{
    private const string Suffix = "-report-full.json";

    /// <summary>Every candidate that has a baseline and a launch in common with it.</summary>
    public IEnumerable<MicroComparison> Comparisons =>
        Cases.Where(candidate => !candidate.IsBaseline).Select(Compare).OfType<MicroComparison>();

    /// <summary>Reads the results below a folder.</summary>
    /// <param name="directory">The folder that BenchmarkDotNet wrote its artifacts to; there may be none.</param>
    /// <param name="since">Files written before are left out: they are of earlier runs.</param>
    /// <returns>The results; without cases where nothing there says what its launches are.</returns>
    /// <exception cref="StorageException">A file cannot be read, or is not whole.</exception>
    public static MicroResults ReadAll(string directory, DateTime since = default) => new(!Directory.Exists(directory)
        ? []
        : [.. Directory.EnumerateFiles(directory, "*" + Suffix, SearchOption.AllDirectories)
            .Where(file => File.GetLastWriteTimeUtc(file) >= since)
            .Order(StringComparer.Ordinal)
            .SelectMany(MicroResultsFile.Read)]);

    /// <summary>Compares a case with its baseline.</summary>
    /// <returns>The comparison, or null where there is no baseline or no launch of both.</returns>
    public MicroComparison? Compare(MicroCase candidate) => Cases.FirstOrDefault(other =>
        other.IsBaseline && other.Class == candidate.Class && other.Parameters == candidate.Parameters) is { } baseline
        ? MicroComparison.Of(baseline, candidate)
        : null;
}
