namespace ContextBench.Measurement.Launches;

/// <summary>
/// What a launch measured, summed up: blocks of slices or, with an open loop, rounds of windows, as
/// <see cref="LaunchObservation"/> counts them.
/// </summary>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="SliceOperations">Operations per slice.</param>
/// <param name="ElapsedNs">Elapsed time of all slices, in ns.</param>
/// <param name="CpuNs">CPU time of the process under test in all slices, in ns; null without a clock of it.</param>
internal readonly record struct MeasuredTotals(int Blocks, int SliceOperations, long ElapsedNs, long? CpuNs);
