namespace ContextBench.Measurement.Machine;

/// <summary>
/// How much processor time a hypervisor has given to others, from <c>/proc/stat</c> (Linux; elsewhere nothing is
/// known).
/// </summary>
/// <param name="StolenTicks">Ticks in which a processor was ready to run here and was not given.</param>
/// <param name="AllTicks">All ticks of all processors.</param>
public readonly record struct StealClock(long StolenTicks, long AllTicks)
{
    private const string Source = "/proc/stat";
    private const int StealField = 7; // user nice system idle iowait irq softirq steal, proc_stat(5)

    /// <summary>Reads the clock.</summary>
    public static StealClock Read() => File.Exists(Source) ? Parse(File.ReadLines(Source).First()) : default;

    /// <summary>Reads the first line of <c>/proc/stat</c>.</summary>
    /// <param name="line">The line, <c>cpu  user nice system …</c>.</param>
    public static StealClock Parse(string line)
    {
        var ticks = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Take(StealField + 1) // the fields after it, guest time, are counted in user time already
            .Select(field => long.Parse(field))
            .ToArray();
        return new StealClock(ticks.Length > StealField ? ticks[StealField] : 0, ticks.Sum());
    }

    /// <summary>The share of time stolen since an earlier reading, 0 to 1, or null where it is not known.</summary>
    /// <param name="earlier">The earlier reading.</param>
    public double? ShareSince(StealClock earlier) => AllTicks > earlier.AllTicks
        ? (double)(StolenTicks - earlier.StolenTicks) / (AllTicks - earlier.AllTicks)
        : null;
}
