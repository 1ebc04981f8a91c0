namespace ContextBench.Reporting.History;

/// <summary>The files of the history, beside the runs that they are about.</summary>
public static class HistoryFiles
{
    /// <summary>Writes them, over those that were there.</summary>
    /// <param name="results">The results; one at least.</param>
    /// <param name="root">The folder of the runs.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be written.</exception>
    public static void Write(IReadOnlyList<ControlResult> results, string root)
    {
        FolderFile.Write(root, HistoryCsv.FileName, output => HistoryCsv.Write(results, root, output));
        FolderFile.Write(root, HistoryChart.FileName, output => HistoryChart.Write(results, output));
    }
}
