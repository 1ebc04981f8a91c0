using System.ComponentModel;
using System.Diagnostics;

namespace ContextBench.Cli;

/// <summary>Names the commit that is measured.</summary>
internal static class GitCommit
{
    /// <summary>The short commit, with <c>+</c> where the checkout has changes; null where git knows of none.</summary>
    /// <param name="checkout">The checkout.</param>
    public static string? Describe(string checkout)
    {
        if (Git(checkout, "rev-parse", "--short=7", "HEAD") is not { Length: > 0 } commit)
            return null;

        return Git(checkout, "status", "--porcelain", "--untracked-files=no") is "" ? commit : commit + "+";
    }

    private static string? Git(string checkout, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", checkout, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null; // no git: a run is still a run
        }
    }
}
