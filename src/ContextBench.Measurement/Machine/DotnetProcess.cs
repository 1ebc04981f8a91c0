using System.Diagnostics;

namespace ContextBench.Measurement.Machine;

/// <summary>Starts managed programs on the runtime that runs this one.</summary>
public static class DotnetProcess
{
    /// <summary>
    /// How to start a program, under <see cref="RuntimeConfiguration"/> and without <see cref="AttachedCode"/>, whose
    /// standard input and output are its parent's to use.
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
        foreach (var (name, value) in RuntimeConfiguration.Variables)
            start.Environment[name] = value;
        return start;
    }
}
