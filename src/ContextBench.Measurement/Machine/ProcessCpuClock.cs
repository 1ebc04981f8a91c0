namespace ContextBench.Measurement.Machine;

/// <summary>Reads the CPU time of a process, in ns.</summary>
/// <remarks>
/// On Linux the process's CPU clock is read, by the clock id that <c>clock_getcpuclockid</c> makes of a process id (the
/// kernel's <c>include/linux/posix-timers.h</c>): ns, where <see cref="Process.TotalProcessorTime"/> has steps of
/// 10 ms.
/// </remarks>
public sealed partial class ProcessCpuClock : IDisposable
{
    private const int SchedulerClock = 2; // CPUCLOCK_SCHED
    private const string Gone = "the process under test is gone: its CPU clock cannot be read";

    private readonly int _clockId;
    private readonly Process? _process;

    /// <summary>Opens the clock of a process.</summary>
    /// <param name="processId">The process.</param>
    public ProcessCpuClock(int processId)
    {
        if (OperatingSystem.IsLinux())
            _clockId = (~processId << 3) | SchedulerClock;
        else
            _process = Process.GetProcessById(processId);
    }

    /// <summary>CPU time used so far by all threads, in ns.</summary>
    /// <exception cref="TargetFaultException">The process is gone.</exception>
    public long ReadNs()
    {
        if (_process is not null)
        {
            try
            {
                _process.Refresh();
                return (long)_process.TotalProcessorTime.TotalNanoseconds;
            }
            catch (InvalidOperationException exception)
            {
                throw new TargetFaultException(Gone, exception);
            }
        }

        return GetTime(_clockId, out var time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : throw new TargetFaultException(Gone);
    }

    /// <inheritdoc/>
    public void Dispose() => _process?.Dispose();

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clockId, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
