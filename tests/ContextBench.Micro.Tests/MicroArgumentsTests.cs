using BenchmarkDotNet.Running;
using ContextBench.Handlers;
using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class MicroArgumentsTests
{
    private const string JobProblem =
        " changes the jobs, which are the launches of a set here; "
        + "change what they do with --iterationCount and the like";

    private static string DefaultArtifacts => Path.GetFullPath("BenchmarkDotNet.Artifacts");

    [Fact]
    public void Without_arguments_all_classes_run_and_nobody_is_asked()
    {
        var arguments = Parse();

        Assert.Same(MicroSet.Full, arguments.Set);
        Assert.Equal(["--artifacts", DefaultArtifacts, "--filter", "*"], arguments.ForBenchmarkDotNet);
    }

    [Theory]
    [InlineData("--set", "quick")]
    [InlineData("--set=quick")]
    [InlineData("--SET", "quick")]
    [InlineData("--set", "full", "--set", "quick")] // the last one counts
    public void The_set_is_ours_and_BenchmarkDotNet_never_sees_it(params string[] args)
    {
        var arguments = Parse(args);

        Assert.Same(MicroSet.Quick, arguments.Set);
        Assert.Equal(["--artifacts", DefaultArtifacts, "--filter", "*"], arguments.ForBenchmarkDotNet);
    }

    [Theory]
    [InlineData("--filter")]
    [InlineData("-f")]
    public void A_filter_that_was_given_stays_the_only_one(string option)
    {
        var arguments = Parse(option, "*Handler*", "*Read*", "--iterationCount", "2");

        Assert.Equal(
            [option, "*Handler*", "*Read*", "--iterationCount", "2", "--artifacts", DefaultArtifacts],
            arguments.ForBenchmarkDotNet);
    }

    [Theory]
    [InlineData("--artifacts", "out")]
    [InlineData("--artifacts=out")]
    [InlineData("-a", "out")]
    public void The_artifacts_folder_is_made_absolute(params string[] args) =>
        Assert.Equal(["--artifacts", Path.GetFullPath("out"), "--filter", "*"], Parse(args).ForBenchmarkDotNet);

    [Theory]
    [InlineData("--set is one of quick, full; got 'slow'", "--set", "slow")]
    [InlineData("--set is one of quick, full; got ''", "--filter", "*", "--set")]
    [InlineData("--launchCount is a number from 1 to 99; got '0'", "--launchCount", "0")]
    [InlineData("--launchCount is a number from 1 to 99; got '100'", "--launchCount=100")]
    [InlineData("--launchCount is a number from 1 to 99; got 'many'", "--launchCount", "many")]
    [InlineData("--job" + JobProblem, "--job", "dry")]
    [InlineData("-j" + JobProblem, "-j", "short")]
    [InlineData("--runtimes" + JobProblem, "--runtimes", "net9.0")]
    [InlineData("--inProcess" + JobProblem, "--INPROCESS")]
    public void What_cannot_be_done_is_said_in_one_sentence(string expected, params string[] args) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => Parse(args)).Message);

    [Theory]
    [InlineData("--launchCount", "3")]
    [InlineData("--LAUNCHCOUNT=3")]
    public void The_launches_alternate_so_their_number_is_ours_too(params string[] args)
    {
        var arguments = Parse(args);

        Assert.Equal(MicroSet.Full with { Launches = 3 }, arguments.Set);
        Assert.Equal(["--artifacts", DefaultArtifacts, "--filter", "*"], arguments.ForBenchmarkDotNet);
    }

    [Fact]
    public void An_unknown_study_is_refused_with_those_that_there_are() => Assert.Equal(
        $"--study is one of {string.Join(", ", StudyCatalogue.All.Select(study => study.Name))}; got 'lins'",
        Assert.Throws<FormatException>(() => Parse("--study", "lins")).Message);

    [Theory]
    [MemberData(nameof(Studies))]
    public void Every_study_has_benchmarks_of_its_own(string study)
    {
        var arguments = Parse("--set", "quick", "--study", study);

        var benchmarks = Assert.Single(arguments.Set.Classes);
        Assert.Equal(StudyBenchmarks.Find(study), benchmarks);
        Assert.Equal(
            ["--artifacts", DefaultArtifacts, "--filter", "*"], arguments.ForBenchmarkDotNet);
        Assert.Equal(
            3, BenchmarkConverter.TypeToBenchmarks(benchmarks, new MicroConfig(arguments.Set with { Launches = 1 }))
                .BenchmarksCases.Length); // the baseline, the control and the first candidate
    }

    public static TheoryData<string> Studies => [.. StudyCatalogue.All.Select(study => study.Name)];

    [Fact]
    public void Help_is_told_from_a_mistake()
    {
        Assert.True(Parse("--help").AskForHelp);
        Assert.False(Parse("--helpless").AskForHelp);
    }

    private static MicroArguments Parse(params string[] args) => MicroArguments.Parse(args);
}
