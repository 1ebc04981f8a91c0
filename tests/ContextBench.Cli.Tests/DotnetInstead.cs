namespace ContextBench.Cli.Tests;

/// <summary>A shell script as the <c>dotnet</c> that is first on the path, for the time of a test.</summary>
internal sealed class DotnetInstead : IDisposable
{
    private readonly EnvironmentChange _path;

    /// <summary>Puts it there.</summary>
    /// <param name="script">Makes the script of its folder.</param>
    public DotnetInstead(Func<string, string> script)
    {
        var program = Path.Combine(Folder, "dotnet");
        File.WriteAllText(program, "#!/bin/sh\n" + script(Folder) + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _path = new EnvironmentChange(
            ("PATH", Folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")));
    }

    /// <summary>The folder that it is in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("contextbench").FullName;

    /// <summary>The <c>dotnet</c> of this machine, but one that has built everything already.</summary>
    public static DotnetInstead ThatHasBuilt()
    {
        var here = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "dotnet"))
            .First(File.Exists);
        return new DotnetInstead(_ => $"""[ "$1" = build ] || exec '{here}' "$@" """);
    }

    public void Dispose()
    {
        _path.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
