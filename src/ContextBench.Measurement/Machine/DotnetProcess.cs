namespace ContextBench.Measurement.Machine;

/// <summary>Starts managed programs on the runtime that runs this one.</summary>
public static class DotnetProcess
{
    private const string ApplicationPrefix = "ASPNETCORE_";

    /// <summary>
    /// How to start a program, under <see cref="RuntimeConfiguration"/> and without <see cref="AttachedCode"/>, whose
    /// standard input and output are its parent's to use. Its command line alone configures the application in it.
    /// </summary>
    /// <param name="assembly">The program's assembly, a <c>.dll</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo StartInfo(string assembly, IEnumerable<string> arguments)
    {
        var host = Environment.ProcessPath;
        var isDotnet = Path.GetFileNameWithoutExtension(host) == "dotnet";
        var start = new ProcessStartInfo(isDotnet ? host! : "dotnet", [assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        AttachedCode.RemoveFrom(start);
        RemoveApplicationSettings(start);
        foreach (var (name, value) in RuntimeConfiguration.Variables)
            start.Environment[name] = value;
        return start;
    }

    // The server's program ignores them. The test server of the in-memory tier hands them to it as its command line.
    private static void RemoveApplicationSettings(ProcessStartInfo start)
    {
        string[] settings =
        [
            .. start.Environment.Keys.Where(
                name => name.StartsWith(ApplicationPrefix, StringComparison.OrdinalIgnoreCase)),
        ];
        foreach (var name in settings)
            start.Environment.Remove(name);
    }
}
