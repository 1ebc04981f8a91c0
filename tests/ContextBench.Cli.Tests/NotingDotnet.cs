namespace ContextBench.Cli.Tests;

/// <summary>
/// A <c>dotnet</c> first on the path that builds nothing: it notes where it was to build, what it saw of the
/// environment, and what it was to start.
/// </summary>
internal sealed class NotingDotnet : IDisposable
{
    // Of the shell that is this dotnet itself.
    private static readonly string[] OfTheShell = ["PWD", "OLDPWD", "SHLVL", "_"];

    private readonly DotnetInstead _dotnet = new(folder =>
        $"""
        case $1 in
          --list-sdks) echo '10.0.100 [here]' ;;
          build)
            pwd -P >'{folder}/built'
            env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p' >'{folder}/seen' ;;
          *) echo "$1" >'{folder}/started' ;;
        esac
        """);

    /// <summary>The folder in which it was to build.</summary>
    public string BuiltIn => File.ReadAllText(Path.Combine(_dotnet.Folder, "built")).TrimEnd();

    /// <summary>The names of the variables that the build saw.</summary>
    public string[] Seen => [.. File.ReadAllLines(Path.Combine(_dotnet.Folder, "seen")).Except(OfTheShell).Order()];

    /// <summary>The program that it was to start.</summary>
    public string Started => File.ReadAllText(Path.Combine(_dotnet.Folder, "started")).TrimEnd();

    public void Dispose() => _dotnet.Dispose();
}
