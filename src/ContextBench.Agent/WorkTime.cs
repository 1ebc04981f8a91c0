namespace ContextBench.Agent;

/// <summary>How long a variant's extra work took where it was done.</summary>
/// <param name="Iterations">Iterations of a request's extra work, 0 or more; the rare work is not among it.</param>
/// <param name="Ns">
/// The mean of the times of a sample of requests, each held to 5 µs beyond their median, in ns, reading the clock
/// included; 0 without any.
/// </param>
/// <param name="Samples">How many were timed and kept.</param>
public sealed record WorkTime(long Iterations, double Ns, int Samples);
