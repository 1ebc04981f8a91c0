using System.IO.Enumeration;

namespace ContextBench.Measurement.Machine;

/// <summary>What a build may see of the environment.</summary>
/// <remarks>
/// MSBuild makes a property of every environment variable, in any case of letters: <c>PLATFORM</c>,
/// <c>OutputPath</c> or <c>AssemblyName</c> would put the build elsewhere, and what is measured then is an older one.
/// No list of such names is ever whole, so this is one of those that may pass: what the system, the SDK, NuGet and a
/// proxy need, and what this project's own builds read. <c>run-bench.sh</c> and <c>run-bench.ps1</c> have the same.
/// </remarks>
public static class BuildVariables
{
    private static readonly string[] Everywhere =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "CI", "TZ", "LANG", "LC_*", "TMPDIR", "TMP", "TEMP",
        "XDG_*", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DOTNET_*", "COMPlus_*",
        "NUGET_*", "VSS_NUGET_*", "ARTIFACTS_CREDENTIALPROVIDER_*", "SSL_CERT_*", "HTTP_PROXY", "HTTPS_PROXY",
        "FTP_PROXY", "ALL_PROXY", "NO_PROXY", "NBomberVersion", "CONTEXTBENCH_NBOMBER_SOURCE",
    ];

    // Elsewhere OS would be a property too: the one by which a build knows the system.
    private static readonly string[] OnWindows =
    [
        "OS", "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "ProgramFiles*", "ProgramW6432",
        "CommonProgram*", "ProgramData", "ALLUSERSPROFILE", "PUBLIC", "APPDATA", "LOCALAPPDATA", "USERPROFILE",
        "USERNAME", "USERDOMAIN", "HOMEDRIVE", "HOMEPATH", "COMPUTERNAME", "NUMBER_OF_PROCESSORS", "PROCESSOR_*",
    ];

    /// <summary>Takes all others out of the environment of a process that builds.</summary>
    /// <param name="start">How it is started.</param>
    public static void KeepIn(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(name => !MayPass(name)).ToArray())
            start.Environment.Remove(name);
    }

    // http_proxy and HTTP_PROXY are both in use, and to MSBuild nBomberVersion is NBomberVersion.
    private static bool MayPass(string name) =>
        (OperatingSystem.IsWindows() ? Everywhere.Concat(OnWindows) : Everywhere)
            .Any(listed => FileSystemName.MatchesSimpleExpression(listed, name, ignoreCase: true));
}
