using BenchmarkDotNet.Configs;
using BenchmarkDotNet.ConsoleArguments;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
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
        Assert.Contains(config.GetExporters(), exporter => exporter is LaunchJsonExporter);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void No_outlier_is_removed_and_the_unroll_factor_is_not_left_to_the_first_call(string set) =>
        Assert.All(new MicroConfig(MicroSet.Find(set)!).GetJobs(), job =>
        {
            Assert.Equal(OutlierMode.DontRemove, job.Accuracy.OutlierMode);
            Assert.True(job.HasValue(BenchmarkDotNet.Jobs.RunMode.UnrollFactorCharacteristic));
        });

    [Theory]
    [MemberData(nameof(Sets))]
    public void Each_launch_is_a_job_of_one_launch_with_an_environment_of_its_own_length(string name)
    {
        var set = MicroSet.Find(name)!;
        var jobs = Effective(set).GetJobs().OrderBy(job => job.Id, StringComparer.Ordinal).ToArray();

        Assert.Equal(Enumerable.Range(1, set.Launches).Select(launch => $"L0{launch}"), jobs.Select(job => job.Id));
        Assert.All(jobs, job => Assert.Equal(1, job.Run.LaunchCount));
        Assert.Equal(set.Launches, jobs.Select(PadLength).Distinct().Count());

        static int PadLength(Job job) => job.Environment.EnvironmentVariables.Single().Value.Length;
    }

    [Fact]
    public void All_launches_share_one_executable() =>
        Assert.Single(BenchmarkPartitioner.CreateForBuild(
            [BenchmarkConverter.TypeToBenchmarks(typeof(HandlerBenchmarks), new MicroConfig(MicroSet.Quick))],
            BenchmarkDotNet.Environments.EnvironmentResolver.Instance));

    [Fact]
    public void A_command_line_option_changes_every_launch_and_adds_none()
    {
        var jobs = Effective(MicroSet.Full, "--iterationCount", "3", "--unrollFactor", "4").GetJobs().ToArray();

        Assert.Equal(MicroSet.Full.Launches, jobs.Length);
        Assert.Equal(MicroSet.Full.Launches, jobs.Select(job => job.Id).Distinct().Count());
        Assert.All(jobs, job => Assert.Equal((3, 4), (job.Run.IterationCount, job.Run.UnrollFactor)));
        Assert.All(jobs, job => Assert.Equal(OutlierMode.DontRemove, job.Accuracy.OutlierMode));
    }

    [Fact]
    public void The_quick_set_asks_the_question_and_the_full_set_holds_all_of_it()
    {
        Assert.Equal(
            ["AsyncLocal LogLines=4", "Classic LogLines=4", "Control LogLines=4"],
            Names(MicroSet.Quick).Order(StringComparer.Ordinal));
        Assert.Superset(Names(MicroSet.Quick), Names(MicroSet.Full));
    }

    // What BenchmarkSwitcher makes of our configuration and a command line.
    private static ImmutableConfig Effective(MicroSet set, params string[] args)
    {
        var config = new MicroConfig(set);
        var (understood, parsed, _) = ConfigParser.Parse(args, NullLogger.Instance, config);
        Assert.True(understood);
        return ImmutableConfigBuilder.Create(ManualConfig.Union(config, parsed));
    }

    private static HashSet<string> Names(MicroSet set) =>
    [
        .. set.Classes
            .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, new MicroConfig(set)).BenchmarksCases)
            .Select(benchmark =>
                $"{benchmark.Descriptor.WorkloadMethod.Name} {benchmark.Parameters.PrintInfo}".TrimEnd()),
    ];
}
