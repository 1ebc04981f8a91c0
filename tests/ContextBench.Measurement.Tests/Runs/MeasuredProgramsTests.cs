using ContextBench.Measurement.Runs;
using Xunit;

namespace ContextBench.Measurement.Tests.Runs;

public sealed class MeasuredProgramsTests : IDisposable
{
    private readonly string _cli = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly string _server = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly MeasuredPrograms _programs;

    public MeasuredProgramsTests()
    {
        Write(_cli, "ContextBench.Cli.dll", "one");
        Write(_server, "ContextBench.Server.dll", "two");
        Write(_server, "ContextBench.Handlers.dll", "three");
        Write(_server, "Other.dll", "four");
        _programs = new MeasuredPrograms(_cli, _server);
    }

    [Fact]
    public void Programs_that_nobody_touched_have_not_changed() => Assert.False(_programs.HaveChanged());

    [Fact]
    public void The_same_bytes_written_again_are_no_change()
    {
        Write(_server, "ContextBench.Server.dll", "two");

        Assert.False(_programs.HaveChanged());
    }

    [Theory]
    [InlineData("ContextBench.Server.dll")]
    [InlineData("ContextBench.Handlers.dll")]
    public void Other_bytes_are_a_change_also_of_the_same_length(string assembly)
    {
        Write(_server, assembly, "six");

        Assert.True(_programs.HaveChanged());
    }

    [Fact]
    public void An_assembly_that_comes_or_goes_is_a_change()
    {
        Write(_cli, "ContextBench.New.dll", "");
        Assert.True(_programs.HaveChanged());

        File.Delete(Path.Combine(_cli, "ContextBench.New.dll"));
        Assert.False(_programs.HaveChanged());

        File.Delete(Path.Combine(_cli, "ContextBench.Cli.dll"));
        Assert.True(_programs.HaveChanged());
    }

    [Fact]
    public void What_is_not_of_this_project_does_not_count()
    {
        Write(_server, "Other.dll", "changed");
        Write(_server, "ContextBench.Server.pdb", "new");

        Assert.False(_programs.HaveChanged());
    }

    [Fact]
    public void A_folder_that_is_gone_is_a_change()
    {
        Directory.Move(_server, _server + "-moved");
        try
        {
            Assert.True(_programs.HaveChanged());
        }
        finally
        {
            Directory.Move(_server + "-moved", _server);
        }
    }

    public void Dispose()
    {
        Directory.Delete(_cli, recursive: true);
        Directory.Delete(_server, recursive: true);
    }

    private static void Write(string folder, string name, string contents) =>
        File.WriteAllText(Path.Combine(folder, name), contents);
}
