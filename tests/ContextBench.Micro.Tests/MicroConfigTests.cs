using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters.Json;
using Perfolizer.Mathematics.OutlierDetection;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class MicroConfigTests
{
    public static TheoryData<string> Sets => [.. MicroSet.All.Select(set => set.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Bytes_are_measured_and_every_measurement_is_exported(string set)
    {
        var config = new MicroConfig(MicroSet.Find(set)!);

        Assert.Contains(config.GetDiagnosers(), diagnoser => diagnoser is MemoryDiagnoser);
        Assert.Contains(JsonExporter.Full, config.GetExporters());
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_outlier_is_removed_and_the_unroll_factor_is_not_left_to_the_first_call(string set)
    {
        var job = Assert.Single(new MicroConfig(MicroSet.Find(set)!).GetJobs());

        Assert.Equal(OutlierMode.DontRemove, job.Accuracy.OutlierMode);
        Assert.True(job.HasValue(BenchmarkDotNet.Jobs.RunMode.UnrollFactorCharacteristic));
    }

    [Fact]
    public void The_quick_set_is_a_part_of_the_full_set_and_measures_less_of_each()
    {
        Assert.Subset(MicroSet.Full.Classes.ToHashSet(), MicroSet.Quick.Classes.ToHashSet());
        Assert.True(MicroSet.Quick.Job.Run.LaunchCount < MicroSet.Full.Job.Run.LaunchCount);
        Assert.True(MicroSet.Quick.Job.Run.IterationTime < MicroSet.Full.Job.Run.IterationTime);
    }
}
