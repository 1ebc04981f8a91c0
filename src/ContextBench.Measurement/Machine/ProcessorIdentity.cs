namespace ContextBench.Measurement.Machine;

/// <summary>
/// Which processor it is, beyond its name: in the cloud one name stands for machines that differ by a factor of two.
/// </summary>
/// <param name="Vendor">As <c>AuthenticAMD</c>; null where not known.</param>
/// <param name="Family">The vendor's number of its family; null where not known.</param>
/// <param name="Model">The model within the family; null where not known.</param>
/// <param name="Stepping">The revision of the model; null where not known.</param>
/// <param name="Caches">
/// Sizes as the system has them, as <c>L1d 48K, L1i 32K, L2 1024K, L3 32768K</c>; null where not known.
/// </param>
public sealed record ProcessorIdentity(
    string? Vendor, string? Family, string? Model, string? Stepping, string? Caches)
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string CacheFolder = "/sys/devices/system/cpu/cpu0/cache";

    /// <summary>
    /// Whether it says enough to tell one processor from another. ARM processors tell no vendor, family and model in
    /// these words: such a machine is like no other.
    /// </summary>
    private bool IsKnown => Vendor is not null && Family is not null && Model is not null && Stepping is not null;

    /// <summary>Whether two machines have the same processor, as far as they tell: never where one does not.</summary>
    /// <param name="one">One processor; null where it was not recorded.</param>
    /// <param name="other">Another.</param>
    public static bool AreSame(ProcessorIdentity? one, ProcessorIdentity? other) =>
        one is { IsKnown: true } && one == other;

    /// <summary>
    /// For people: <c>AuthenticAMD family 26 model 2 stepping 1 (L1d 48K, …)</c>; null where it is not known.
    /// </summary>
    public string? Describe() => IsKnown
        ? $"{Vendor} family {Family} model {Model} stepping {Stepping}{(Caches is null ? "" : $" ({Caches})")}"
        : null;

    /// <summary>Looks at this machine.</summary>
    public static ProcessorIdentity Observe() => File.Exists(CpuInfo)
        ? FromCpuInfo(File.ReadLines(CpuInfo), CachesIn(CacheFolder))
        : FromWindows(Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "");

    /// <summary>Reads what Linux says of the first processor.</summary>
    /// <param name="lines">The lines of <c>/proc/cpuinfo</c>.</param>
    /// <param name="caches">See <see cref="Caches"/>.</param>
    internal static ProcessorIdentity FromCpuInfo(IEnumerable<string> lines, string? caches)
    {
        var values = lines
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new ProcessorIdentity(
            values.GetValueOrDefault("vendor_id"), values.GetValueOrDefault("cpu family"),
            values.GetValueOrDefault("model"), values.GetValueOrDefault("stepping"), caches);
    }

    /// <summary>Reads Windows' <c>PROCESSOR_IDENTIFIER</c>.</summary>
    /// <param name="identifier">As <c>AMD64 Family 25 Model 33 Stepping 2, AuthenticAMD</c>.</param>
    internal static ProcessorIdentity FromWindows(string identifier)
    {
        var match = Regex.Match(
            identifier, @"Family (?<family>\d+) Model (?<model>\d+) Stepping (?<stepping>\d+), (?<vendor>\w+)");
        string? Of(string group) => match.Success ? match.Groups[group].Value : null;
        return new ProcessorIdentity(Of("vendor"), Of("family"), Of("model"), Of("stepping"), Caches: null);
    }

    /// <summary>Reads the sizes of a processor's caches.</summary>
    /// <param name="folder">Linux's folder of them, an <c>index</c> each; there may be none.</param>
    internal static string? CachesIn(string folder)
    {
        if (!Directory.Exists(folder))
            return null;

        string[] caches =
        [
            .. Directory.EnumerateDirectories(folder, "index*").Order(StringComparer.Ordinal)
                .Select(cache => $"L{Read(cache, "level")}{SuffixOf(Read(cache, "type"))} {Read(cache, "size")}"),
        ];
        return caches.Length > 0 ? string.Join(", ", caches) : null;
    }

    private static string Read(string folder, string file) => SystemFile.Read(Path.Combine(folder, file)) ?? "?";

    private static string SuffixOf(string type) => type switch
    {
        "Data" => "d",
        "Instruction" => "i",
        _ => "",
    };
}
