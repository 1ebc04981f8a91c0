namespace ContextBench.Measurement.Machine;

/// <summary>Reads the CPU time of this process's children that have ended: <c>getrusage(2)</c>.</summary>
internal static partial class ChildrenCpuClock
{
    private const int Children = -1; // RUSAGE_CHILDREN
    private const int Longs = 36; // more than any system's struct rusage has

    /// <summary>CPU time of all that have ended, in ns; null on a system that does not tell.</summary>
    public static long? ReadNs()
    {
        if (!OperatingSystem.IsLinux())
            return null;

        // It begins with two struct timeval: of the user's and of the system's time, each in s and µs.
        Span<nint> usage = stackalloc nint[Longs];
        return GetUsage(Children, usage) == 0
            ? ((usage[0] + usage[2]) * 1_000_000_000L) + ((usage[1] + usage[3]) * 1_000L)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, Span<nint> usage);
}
