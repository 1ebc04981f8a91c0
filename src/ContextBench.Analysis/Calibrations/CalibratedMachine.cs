namespace ContextBench.Analysis.Calibrations;

/// <summary>The machine that a calibration is of.</summary>
public sealed record CalibratedMachine
{
    /// <summary>When its first run started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The processor's name.</summary>
    public required string Cpu { get; init; }

    /// <summary>Number of logical processors.</summary>
    public required int Processors { get; init; }

    /// <summary>The operating system and its version.</summary>
    public required string Os { get; init; }

    /// <summary>The runtime under test.</summary>
    public required string Runtime { get; init; }

    /// <summary>The commit that was measured; null where not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Which processor it is; null in calibrations of older versions.</summary>
    public ProcessorIdentity? Processor { get; init; }

    /// <summary>
    /// The environment variables that configured the runtime; null in calibrations of older versions.
    /// </summary>
    public IReadOnlyDictionary<string, string>? RuntimeVariables { get; init; }

    /// <summary>The machine of a manifest.</summary>
    /// <param name="environment">The manifest.</param>
    public static CalibratedMachine Of(EnvironmentManifest environment) => new()
    {
        StartedAt = environment.StartedAt,
        Cpu = environment.Cpu,
        Processors = environment.Processors,
        Os = environment.Os,
        Runtime = environment.Runtime,
        Commit = environment.Commit,
        Processor = environment.Processor,
        RuntimeVariables = environment.RuntimeVariables,
    };

    /// <summary>Whether a run was measured on such a machine.</summary>
    /// <param name="environment">The run's manifest.</param>
    public bool Is(EnvironmentManifest environment) =>
        Cpu == environment.Cpu && Processors == environment.Processors && Os == environment.Os
        && Runtime == environment.Runtime && ProcessorIdentity.AreSame(Processor, environment.Processor);

    /// <summary>Whether a run's runtime was configured alike.</summary>
    /// <param name="environment">The run's manifest.</param>
    public bool IsConfiguredAs(EnvironmentManifest environment) =>
        RuntimeVariables is null || RuntimeConfiguration.AreAlike(RuntimeVariables, environment.RuntimeVariables);
}
