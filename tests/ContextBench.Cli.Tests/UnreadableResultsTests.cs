using System.Diagnostics;
using ContextBench.Analysis.History;
using Xunit;

namespace ContextBench.Cli.Tests;

/// <summary>
/// The command line with a place under results/ that it may not read. No mode keeps root out, so where the tests run as
/// root the command runs as nobody.
/// </summary>
public sealed class UnreadableResultsTests : IDisposable
{
    private const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;
    private const string Nobody = "65534";

    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private readonly string _run = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly string _kept =
        Path.Combine(Layout.LocalResults, $"2000-01-01-unreadable-{Guid.NewGuid():N}");

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_named_and_the_run_is_reported()
    {
        RequireAnotherUser();
        CreateRun();
        Directory.CreateDirectory(_kept);
        Forbid(_kept);

        using var cli = CliProcess.Through(OtherUser, "report", _run);
        var (exitCode, output) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.Contains("\nhandler\n\n3 emails", output, StringComparison.Ordinal);
        Assert.Single(cli.Error.Split('\n'), line => line == LeftOut(_kept));
    }

    [Fact]
    public async Task A_calibration_that_cannot_be_read_is_named_and_the_run_is_reported()
    {
        RequireAnotherUser();
        CreateRun();
        var calibration = Path.Combine(Directory.CreateDirectory(_kept).FullName, "certificate.json");
        await File.WriteAllTextAsync(calibration, "{}", TestContext.Current.CancellationToken);
        Forbid(calibration);

        using var cli = CliProcess.Through(OtherUser, "report", _run);
        var (exitCode, _) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.Single(cli.Error.Split('\n'), line => line == LeftOut(calibration));
    }

    [Fact]
    public async Task A_run_that_cannot_be_read_is_named_and_the_others_are_in_the_history()
    {
        RequireAnotherUser();
        var runs = Directory.CreateDirectory(Path.Combine(_run, "runs")).FullName;
        var published = HistoryFile.ReadFile(Layout.History, Assert.Fail)[0].Run;
        var one = Directory.CreateDirectory(Path.Combine(runs, "one")).FullName;
        File.Copy(
            Path.Combine(Layout.Results, published, "comparisons.json"), Path.Combine(one, "comparisons.json"));
        var other = Directory.CreateDirectory(Path.Combine(runs, "other")).FullName;
        Open(_run);
        Forbid(other);

        using var cli = CliProcess.Through(OtherUser, "ledger", runs);
        var (exitCode, _) = await cli.EndAsync();

        Assert.True(exitCode == 0, cli.Error);
        Assert.Contains(LeftOut(other), cli.Error, StringComparison.Ordinal);
        var counted = HistoryFile.ReadFile(Path.Combine(runs, HistoryFile.Name), Assert.Fail);
        Assert.Equal(["one"], counted.Select(result => result.Run).Distinct());
    }

    public void Dispose()
    {
        foreach (var folder in new[] { _run, _kept }.Where(Directory.Exists))
        {
            if (!OperatingSystem.IsWindows())
                Open(folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] OtherUser => Environment.IsPrivilegedProcess
        ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--"]
        : ["env"];

    private static string LeftOut(string place) =>
        $"run-bench: {place} cannot be read: what is in it is left out";

    private static void RequireAnotherUser()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the modes of files are Linux's");
        using var reads = Process.Start(OtherUser[0], [.. OtherUser[1..], "test", "-r", Layout.CliAssembly]);
        reads.WaitForExit();
        Assert.SkipUnless(reads.ExitCode == 0, "nobody may read this checkout");
    }

    private void CreateRun()
    {
        EmptyRun.CreateAt(_run);
        Open(_run);
    }

    private static void Forbid(string place) => SetMode(place, UnixFileMode.None);

    private static void Open(string folder)
    {
        SetMode(folder, Everyone);
        foreach (var inner in Directory.EnumerateFileSystemEntries(folder))
        {
            SetMode(inner, Everyone);
            if (Directory.Exists(inner))
                Open(inner);
        }
    }

    private static void SetMode(string place, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place, mode);
    }
}
