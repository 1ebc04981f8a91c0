using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public async Task A_report_that_cannot_be_kept_is_printed_all_the_same_and_one_line_says_why()
    {
        var run = EmptyRun.CreateAt(Path.Combine(_folder, "run"));
        // No folder without the right to write: root, as whom tests run in containers, writes there too. Nobody writes
        // a file where a folder is.
        Directory.CreateDirectory(run.File("report.md"));

        var (exitCode, output, error) = await CommandLineTests.RunAsync("report", run.Path);

        Assert.Equal(0, exitCode);
        Assert.Contains("\nhandler\n\n3 emails", output, StringComparison.Ordinal);
        Assert.StartsWith(
            $"run-bench: the files in {run.Path} could not all be written: ", error, StringComparison.Ordinal);
        Assert.Contains(run.File("report.md"), error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(character => character == '\n'));
    }

    [Fact]
    public async Task A_report_that_is_kept_says_where()
    {
        var run = EmptyRun.CreateAt(Path.Combine(_folder, "run"));

        var (exitCode, output, error) = await CommandLineTests.RunAsync("report", run.Path);

        Assert.Equal(0, exitCode);
        Assert.Contains("\nhandler\n\n3 emails", output, StringComparison.Ordinal);
        Assert.Equal($"run-bench: reports written to {run.Path}\n", error);
        Assert.True(File.Exists(run.File("report.md")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
