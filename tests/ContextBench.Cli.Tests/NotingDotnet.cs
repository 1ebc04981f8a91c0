namespace ContextBench.Cli.Tests;

/// <summary>
/// A <c>dotnet</c> first on the path that builds nothing: it notes where it was to build, what it saw of the
/// environment, and what it was to start.
/// </summary>
internal sealed class NotingDotnet : IDisposable
{
    // Of the shell that is this dotnet itself.
    private static readonly string[] OfTheShell = ["PWD", "OLDPWD", "SHLVL", "_"];

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;
    private readonly EnvironmentChange _path;

    public NotingDotnet()
    {
        var program = Path.Combine(_folder, "dotnet");
        File.WriteAllText(
            program,
            $"""
            #!/bin/sh
            case $1 in
              --list-sdks) echo '10.0.100 [here]' ;;
              build)
                pwd -P >'{_folder}/built'
                env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p' >'{_folder}/seen' ;;
              *) echo "$1" >'{_folder}/started' ;;
            esac

            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _path = new EnvironmentChange(
            ("PATH", _folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH")));
    }

    /// <summary>The folder in which it was to build.</summary>
    public string BuiltIn => File.ReadAllText(Path.Combine(_folder, "built")).TrimEnd();

    /// <summary>The names of the variables that the build saw.</summary>
    public string[] Seen => [.. File.ReadAllLines(Path.Combine(_folder, "seen")).Except(OfTheShell).Order()];

    /// <summary>The program that it was to start.</summary>
    public string Started => File.ReadAllText(Path.Combine(_folder, "started")).TrimEnd();

    public void Dispose()
    {
        _path.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
