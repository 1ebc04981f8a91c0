using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Filters;

namespace ContextBench.Micro;

/// <summary>
/// How all benchmarks are launched and reported: time and bytes per operation, as tables and raw measurements.
/// </summary>
/// <remarks>
/// The <c>Ratio</c> column is for the eye. It averages the quotients of all pairs of iterations, so one slow
/// iteration of the baseline moves it (a baseline's own row has shown 1.15 to 1.37), and its table has a row for every
/// launch. Conclusions are drawn from the measurements in the full JSON, launch by launch.
/// </remarks>
public sealed class MicroConfig : ManualConfig
{
    private const int Seed = 1; // so that two runs differ in what the machine did, and not in their order

    /// <summary>Creates the configuration of a set.</summary>
    /// <param name="set">The set.</param>
    public MicroConfig(MicroSet set)
    {
        AddJob([.. set.Jobs]);
        AddFilter(new SimpleFilter(benchmark => set.Includes(benchmark)));
        Orderer = new InterleavedOrderer(Seed);
        AddDiagnoser(MemoryDiagnoser.Default);
        AddExporter(MarkdownExporter.GitHub, CsvExporter.Default, new LaunchJsonExporter());
        AddColumnProvider([.. DefaultConfig.Instance.GetColumnProviders()]);
        AddColumn(StatisticColumn.Median);
        HideColumns(Column.Error, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2, Column.EnvironmentVariables);
        AddLogger([.. DefaultConfig.Instance.GetLoggers()]);
        AddAnalyser([.. DefaultConfig.Instance.GetAnalysers()]);
        AddValidator([.. DefaultConfig.Instance.GetValidators()]);
    }
}
