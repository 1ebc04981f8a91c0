namespace ContextBench.Reporting;

/// <summary>What one process measured of one benchmark: one number, since its iterations are no replicates.</summary>
/// <param name="Id">The launch, <c>L01</c> and so on: launches of two benchmarks with the same id are a pair.</param>
/// <param name="Nanoseconds">The median over its iterations, in ns an operation; above 0.</param>
/// <param name="Bytes">Bytes allocated an operation; null where not measured.</param>
public sealed record MicroLaunch(string Id, double Nanoseconds, double? Bytes);
