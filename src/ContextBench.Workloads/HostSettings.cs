namespace ContextBench.Workloads;

/// <summary>What a process under test is told beside its workload and its variants.</summary>
public sealed record HostSettings
{
    /// <summary>The file that stands in for standard output, or null for standard output itself.</summary>
    public string? ConsoleFile { get; init; }

    /// <summary>Iterations of <see cref="CpuWork"/> in 1 µs; null to measure them.</summary>
    public double? WorkSpeed { get; init; }

    /// <summary>
    /// Whether a variant that these are compared with has a <see cref="InjectedCost"/>, in this process or in another.
    /// </summary>
    public bool HasInjectedCosts { get; init; }

    /// <summary>How many copies of each variant's code, 1 or more (<see cref="HandlerCopy"/>).</summary>
    public int Copies { get; init; } = 1;
}
