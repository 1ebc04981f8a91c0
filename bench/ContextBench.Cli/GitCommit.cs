using System.ComponentModel;
using ContextBench.Reporting.Wordings;

namespace ContextBench.Cli;

/// <summary>Names the commit that is measured.</summary>
internal static class GitCommit
{
    /// <summary>The short commit, with <c>+</c> where the checkout has changes; null where git knows of none.</summary>
    /// <param name="checkout">The checkout.</param>
    public static string? Describe(string checkout)
    {
        if (Git(checkout, "ls-files") is null or "")
            return null; // unpacked inside a repository of something else, whose commit says nothing of it

        // The commit itself, not the nearest tag.
        return Git(
            checkout, "describe", "--always", "--exclude=*", "--abbrev=7", $"--dirty={CommitWording.Changed}");
    }

    /// <summary>Says, before anything is measured, that the commit alone is not what is measured.</summary>
    /// <param name="commit">What <see cref="Describe"/> said.</param>
    /// <param name="error">Takes the warning, where there is one.</param>
    public static void Warn(string? commit, TextWriter error)
    {
        if (commit?.EndsWith(CommitWording.Changed) == true)
            error.WriteLine($"run-bench: what is measured is commit {CommitWording.Of(commit)}");
    }

    private static string? Git(string checkout, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", checkout, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // GIT_DIR and its like name another repository, as in a hook of that one.
        foreach (var name in start.Environment.Keys.Where(IsOfGit).ToArray())
            start.Environment.Remove(name);
        try
        {
            using var git = Process.Start(start)!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // no git: a run is still a run
        }
    }

    private static bool IsOfGit(string name) => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase);
}
