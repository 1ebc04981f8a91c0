using System.Collections;

namespace ContextBench.Measurement.Machine;

/// <summary>
/// Facts of this machine that .NET does not tell; read where the system has them, and never a host name.
/// </summary>
internal static class MachineFacts
{
    private static readonly string[] RuntimePrefixes = ["DOTNET_", "COMPlus_"];

    // Of the tooling, not of the runtime that is measured; some hold paths.
    private static readonly string[] NotOfTheRuntime =
    [
        "DOTNET_CLI_", "DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_NOLOGO", "DOTNET_GENERATE_", "DOTNET_SKIP_",
        "DOTNET_ADD_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "DOTNET_WATCH", "DOTNET_USE_POLLING_FILE_WATCHER",
        "DOTNET_VERSION", "DOTNET_SDK_VERSION", "DOTNET_RUNNING_IN_CONTAINER", // of the SDK's container images
    ];

    public static string Cpu() =>
        FirstValue("model name")
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    public static string? Virtualisation()
    {
        if (FirstValue("flags") is not { } flags || !flags.Split(' ').Contains("hypervisor"))
            return null;

        return SystemFile.Read("/sys/class/dmi/id/sys_vendor") is { } vendor ? $"hypervisor ({vendor})" : "hypervisor";
    }

    public static Dictionary<string, string> RuntimeVariables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string)entry.Value!))
            .ExceptBy(RuntimeConfiguration.Variables.Keys, variable => variable.Name)
            .Concat(RuntimeConfiguration.Variables.Select(variable => (Name: variable.Key, variable.Value)))
            .Where(variable => RuntimePrefixes.Any(BeginsWith(variable.Name)))
            .Where(variable => !NotOfTheRuntime.Any(BeginsWith(variable.Name)))
            .Where(variable => !AttachedCode.IsAttachedBy(variable.Name)) // it reaches no measured process
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .ToDictionary(variable => variable.Name, variable => RecordedValue.Of(variable.Value));

    private static Func<string, bool> BeginsWith(string name) =>
        prefix => name.StartsWith(prefix, StringComparison.Ordinal);

    private static string? FirstValue(string key) => SystemFile.Read("/proc/cpuinfo")?.Split('\n')
        .FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))
        ?.Split(':', 2, StringSplitOptions.TrimEntries)[^1];
}
