using System.ComponentModel;

namespace ContextBench.Measurement.Machine;

/// <summary>Starts a process on one processor, before its runtime counts the processors that it has.</summary>
public static partial class ProcessorPinning
{
    private const int MaskWords = 16; // 1024 processors, as in the C library's cpu_set_t

    /// <summary>Starts a process.</summary>
    /// <param name="start">What to start.</param>
    /// <param name="processor">The processor to keep it on, or null for all.</param>
    /// <remarks>
    /// On Linux a child inherits the affinity of the thread that starts it. On Windows the affinity is set right after
    /// the start; elsewhere there is none.
    /// </remarks>
    public static Process Start(ProcessStartInfo start, int? processor)
    {
        if (processor is not { } pinned)
            return Process.Start(start)!;

        if (OperatingSystem.IsLinux())
            return StartFromPinnedThread(start, pinned);

        var process = Process.Start(start)!;
        if (OperatingSystem.IsWindows())
            process.ProcessorAffinity = (nint)1 << (pinned % 64);
        return process;
    }

    /// <summary>Whether this system can keep a process on a processor.</summary>
    public static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>The numbers of the processors that this process may use.</summary>
    public static IEnumerable<int> AllowedIds()
    {
        if (!OperatingSystem.IsLinux())
            return Enumerable.Range(0, Environment.ProcessorCount);

        var mask = Affinity();
        return Enumerable.Range(0, MaskWords * 64).Where(id => (mask[id / 64] & (1UL << (id % 64))) != 0);
    }

    private static Process StartFromPinnedThread(ProcessStartInfo start, int processor)
    {
        var before = Affinity();
        var pinned = new ulong[MaskWords];
        pinned[processor / 64] = 1UL << (processor % 64);
        Check(SetAffinity(0, MaskWords * sizeof(ulong), pinned));
        try
        {
            return Process.Start(start)!;
        }
        finally
        {
            Check(SetAffinity(0, MaskWords * sizeof(ulong), before));
        }
    }

    private static ulong[] Affinity()
    {
        var mask = new ulong[MaskWords];
        Check(GetAffinity(0, MaskWords * sizeof(ulong), mask));
        return mask;
    }

    private static void Check(int result)
    {
        if (result < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "the processor affinity cannot be set");
    }

    [LibraryImport("libc", EntryPoint = "sched_getaffinity", SetLastError = true)]
    private static partial int GetAffinity(int threadId, nint size, Span<ulong> mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity", SetLastError = true)]
    private static partial int SetAffinity(int threadId, nint size, ReadOnlySpan<ulong> mask);
}
