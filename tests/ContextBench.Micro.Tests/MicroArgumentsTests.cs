using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class MicroArgumentsTests
{
    private const string JobProblem =
        "--job would be ignored, as a set brings its own; change that with --iterationCount and the like";

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
        var arguments = Parse(option, "*Handler*", "*Read*", "--launchCount", "2");

        Assert.Equal(
            [option, "*Handler*", "*Read*", "--launchCount", "2", "--artifacts", DefaultArtifacts],
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
    [InlineData(JobProblem, "--job", "dry")]
    [InlineData(JobProblem, "-j", "short")]
    public void What_cannot_be_done_is_said_in_one_sentence(string expected, params string[] args)
    {
        Assert.False(MicroArguments.TryParse(args, out _, out var problem));

        Assert.Equal(expected, problem);
    }

    [Fact]
    public void Help_is_told_from_a_mistake()
    {
        Assert.True(Parse("--help").AskForHelp);
        Assert.False(Parse("--helpless").AskForHelp);
    }

    private static MicroArguments Parse(params string[] args)
    {
        Assert.True(MicroArguments.TryParse(args, out var arguments, out _));
        return arguments;
    }
}
