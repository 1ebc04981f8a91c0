using System.Collections;
using System.IO.Enumeration;

namespace ContextBench.Measurement.Machine;

/// <summary>
/// Environment variables that attach other code to a process: profilers, tracers, start-up hooks, preloaded libraries.
/// A measured process runs without them, since what they cost would be measured and not be recorded.
/// </summary>
/// <remarks>
/// Variables that only configure a runtime (<c>DOTNET_TieredPGO</c>, <c>DOTNET_GC…</c>, <c>NODE_ENV</c>) are kept;
/// those of .NET are recorded with the run.
/// </remarks>
public static class AttachedCode
{
    private static readonly string[] Names =
    [
        // .NET: code that the host or the application loads, and listeners of the runtime's events
        "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE",
        "DOTNET_DiagnosticPorts", "COMPlus_DiagnosticPorts", "DOTNET_EnableEventPipe", "COMPlus_EnableEventPipe",
        "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "DOTNET_HOSTINGSTARTUPASSEMBLIES",

        // Profilers of .NET and of the .NET Framework's name; where event pipes write, and what.
        "CORECLR_*", "COR_*", "DOTNET_EventPipe*", "COMPlus_EventPipe*",

        // the system's loader
        "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES",

        // Node.js: scripts that are loaded first, and V8's coverage
        "NODE_OPTIONS", "NODE_V8_COVERAGE",
    ];

    /// <summary>Whether a variable is one of them, in whatever case.</summary>
    /// <param name="name">The variable's name.</param>
    public static bool IsAttachedBy(string name) =>
        Names.Any(listed => FileSystemName.MatchesSimpleExpression(listed, name, ignoreCase: true));

    /// <summary>Makes a process start without them.</summary>
    /// <param name="start">What to start.</param>
    public static void RemoveFrom(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(IsAttachedBy).ToArray())
            start.Environment.Remove(name);
    }

    /// <summary>What to tell the user of those that are set here, in one line; null where none is.</summary>
    public static string? Notice() => Notice(
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key));

    internal static string? Notice(IEnumerable<string> variables)
    {
        string[] set = [.. variables.Where(IsAttachedBy).Order(StringComparer.Ordinal)];
        return set.Length switch
        {
            0 => null,
            1 => $"{set[0]} is set: measured processes run without it",
            _ => $"{string.Join(", ", set[..^1])} and {set[^1]} are set: measured processes run without them",
        };
    }
}
