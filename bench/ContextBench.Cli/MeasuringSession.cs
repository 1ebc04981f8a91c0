namespace ContextBench.Cli;

/// <summary>
/// The skeleton of every command that measures: the programs are there and stay as they are, an interruption says what
/// is saved, progress is shown, and the exit code follows.
/// </summary>
internal sealed class MeasuringSession
{
    private readonly TextWriter _error;

    private MeasuringSession(TextWriter error, CancellationToken cancellation)
    {
        _error = error;
        Cancellation = cancellation;
    }

    /// <summary>Where things are.</summary>
    public RepositoryLayout Layout { get; } = RepositoryLayout.Find(AppContext.BaseDirectory);

    /// <summary>Which process runs where.</summary>
    public ProcessorPlan Pinning { get; } = ProcessorPlan.For(Processor.Allowed());

    /// <summary>Ends the measurement.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The programs that are measured, as they were when they were required.</summary>
    public MeasuredPrograms Programs { get; private set; } = null!;

    /// <summary>The folder of what is saved so far; null before there is one.</summary>
    public string? Saved { get; set; }

    /// <summary>Whether <c>report</c> makes something of what is saved so far.</summary>
    public bool IsReportable { get; set; } = true;

    /// <summary>Runs a command to its exit code, whether it is interrupted or cannot go on.</summary>
    /// <param name="error">Takes progress and diagnostics.</param>
    /// <param name="command">The command.</param>
    public static Task<int> RunAsync(TextWriter error, Func<MeasuringSession, Task<int>> command)
    {
        MeasuringSession? session = null;
        return Interruption.RunAsync(
            error,
            () => Interruption.Saved(session?.Saved, session?.IsReportable ?? true),
            cancellation => command(session = new MeasuringSession(error, cancellation)));
    }

    /// <summary>
    /// Requires all that is measured to be built, and says what of the environment is kept from it.
    /// </summary>
    /// <exception cref="UsageException">Something is not built.</exception>
    public void RequirePrograms()
    {
        Layout.RequirePrograms();
        Programs = Layout.MeasuredPrograms();
        MeasuredEnvironment.Say(_error);
    }

    /// <summary>The manifest of a plan on this machine.</summary>
    /// <param name="plan">The plan.</param>
    public EnvironmentManifest Observe(RunPlan plan) =>
        EnvironmentManifest.Observe(plan, Pinning, GitCommit.Describe(Layout.Root), TimeProvider.System);

    /// <summary>Runs launches, with the programs as they are now.</summary>
    /// <param name="engine">The engine; this project's own where it is null.</param>
    public Runner RunnerOf(IEngine? engine = null) =>
        new(engine ?? new EngineCatalogue(Layout).Paired(Pinning), Programs);

    /// <summary>Says what is about to be measured, and where observations go.</summary>
    /// <param name="environment">The manifest.</param>
    /// <param name="what">In a few words.</param>
    /// <param name="folder">The folder.</param>
    public void Announce(EnvironmentManifest environment, string what, string folder)
    {
        GitCommit.Warn(environment.Commit, _error);
        _error.WriteLine($"run-bench: {what}, observations in {folder}");
    }

    /// <summary>Measures, with progress shown.</summary>
    /// <param name="measure">What measures.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task MeasureAsync(Func<IProgressDisplay, Task> measure)
    {
        await ProgressDisplay.RunAsync(_error, measure);
        Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The exit code of a measurement that is reported.</summary>
    /// <param name="invalid">Why it was given up; null where it was not.</param>
    /// <param name="isInvalid">Whether a validity check fired.</param>
    public int ExitCodeOf(string? invalid, bool isInvalid)
    {
        if (invalid is not null)
            _error.WriteLine($"run-bench: invalid: {invalid}");
        return invalid is not null || isInvalid ? ExitCode.Invalid : ExitCode.Done;
    }
}
