using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class GitCommitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void The_commit_is_this_checkouts_whatever_repository_the_environment_names()
    {
        var (here, there) = (Repository("here"), Repository("there"));
        var (expected, other) = (GitCommit.Describe(here), GitCommit.Describe(there));
        Assert.NotEqual(expected, other);
        var git = Path.Combine(there, ".git");

        using var variables = new EnvironmentChange(
            ("GIT_DIR", git), ("GIT_WORK_TREE", there), ("GIT_INDEX_FILE", Path.Combine(git, "index")),
            ("GIT_OBJECT_DIRECTORY", Path.Combine(git, "objects")), ("GIT_COMMON_DIR", git));

        Assert.Matches("^[0-9a-f]{7,}$", expected);
        Assert.Equal(expected, GitCommit.Describe(here));
    }

    [Fact]
    public void A_folder_that_a_repository_around_it_does_not_know_has_no_commit()
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(Repository("around"), "unpacked")).FullName;
        File.WriteAllText(Path.Combine(unpacked, "file"), "of a release");

        Assert.Null(GitCommit.Describe(unpacked));
    }

    [Fact]
    public void A_checkout_with_changes_is_said_before_anything_is_measured_and_a_clean_one_is_not()
    {
        var checkout = Repository("here");
        var clean = GitCommit.Describe(checkout);

        File.AppendAllText(Path.Combine(checkout, "file"), "more");
        var changed = GitCommit.Describe(checkout);

        Assert.Equal(clean + "+", changed);
        Assert.Equal("", Warning(clean));
        Assert.Equal("", Warning(null));
        Assert.Equal(
            $"run-bench: what is measured is commit {clean}, with uncommitted changes\n", Warning(changed));
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal); // git writes its objects read-only
        Directory.Delete(_folder, recursive: true);
    }

    private static string Warning(string? commit)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        GitCommit.Warn(commit, error);
        return error.ToString();
    }

    // Its only file says its name, so that no two have the same commit.
    private string Repository(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "file"), name);
        Git(folder, "init", "--quiet");
        Git(folder, "add", "file");
        Git(
            folder, "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "commit",
            "--quiet", "--message", name);
        return folder;
    }

    private static void Git(string folder, params string[] arguments)
    {
        using var git = Process.Start("git", ["-C", folder, .. arguments]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
