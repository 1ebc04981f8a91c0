namespace ContextBench.Measurement.Machine;

/// <summary>Starts managed programs on the runtime that runs this one.</summary>
public static class DotnetProcess
{
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
        var start = ControlledProcess.StartInfo(isDotnet ? host! : "dotnet", [assembly, .. arguments]);

        // The server's program ignores them. The in-memory tier's test server hands them to it as its command line.
        foreach (var name in start.Environment.Keys.Where(IsOfApplication).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in RuntimeConfiguration.Variables)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsOfApplication(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase);
}
