namespace ContextBench.Cli;

/// <summary>
/// The skeleton of every command that measures: the programs are there and stay as they are, an interruption says what
/// is saved, progress is shown, and the exit code follows.
/// </summary>
internal sealed class MeasuringSession
{
    private readonly MeasuredPrograms _programs;
    private int? _seed;
    private string? _givenUp;
    private string? _several; // the folder of several runs, once it is known

    private MeasuringSession(ParseResult result, CancellationToken cancellation)
    {
        (Result, Cancellation) = (result, cancellation);
        Reporter = new Reporter(result);
        Layout.RequirePrograms();
        _programs = Layout.MeasuredPrograms();
        if (AttachedCode.Notice() is { } notice)
            Say(notice);
    }

    /// <summary>The parsed command line.</summary>
    public ParseResult Result { get; }

    /// <summary>Takes progress and diagnostics.</summary>
    public TextWriter Error => Result.InvocationConfiguration.Error;

    /// <summary>Reports what was measured.</summary>
    public Reporter Reporter { get; }

    /// <summary>Where things are.</summary>
    public RepositoryLayout Layout { get; } = RepositoryLayout.Find(AppContext.BaseDirectory);

    /// <summary>Which process runs where.</summary>
    public ProcessorPlan Pinning { get; } = ProcessorPlan.For(Processor.Allowed());

    /// <summary>What measures.</summary>
    public EngineCatalogue Engines => new(Layout, Pinning);

    /// <summary>Ends the measurement.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>What is said, of an end that comes early, of what was measured so far.</summary>
    public string Saved
    {
        get => field ?? (Directory.Exists(_several)
            ? $"every finished launch is saved in {_several}"
            : "nothing was measured yet");
        set;
    }

    /// <summary>The seed that was written, or one that is drawn.</summary>
    public int Seed => _seed ??= Result.GetValue<int?>("--seed") ?? Random.Shared.Next(1, 1_000_000);

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => Result.GetValue(option);

    /// <summary>The command that does the same again.</summary>
    public string Reproduce => ShellCommand.Again(Result, Seed, withDefaults: true);

    /// <summary>Runs a command to its exit code, whether it is interrupted or cannot go on.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="UsageException">Something that is measured is not built, or an option is wrong.</exception>
    public static async Task<int> RunAsync(ParseResult result, Func<MeasuringSession, Task<int>> command)
    {
        using var interruption = new Interruption();
        var session = new MeasuringSession(result, interruption.Token);
        try
        {
            return await command(session);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            session.Say($"interrupted; {session.Saved}");
            return interruption.ExitCode;
        }
        catch (InvalidRunException exception)
        {
            session.Say($"invalid: {exception.Message}; {session.Saved}");
            return ExitCode.Invalid;
        }
    }

    /// <summary>Says something to who started it, beside the data.</summary>
    /// <param name="line">What.</param>
    public void Say(string line) => Error.WriteLine($"run-bench: {line}");

    /// <summary>What is said of a folder of which <c>report</c> makes something.</summary>
    public static string Reportable(string folder) =>
        $"every finished launch is saved; to report them: {ShellCommand.Of("report", folder)}";

    /// <summary>The manifest of a plan on this machine.</summary>
    /// <param name="plan">The plan.</param>
    public EnvironmentManifest Observe(RunPlan plan) =>
        EnvironmentManifest.Observe(plan, Pinning, GitCommit.Describe(Layout.Root), TimeProvider.System);

    /// <summary>Runs launches, as long as the programs stay as they are.</summary>
    /// <param name="engine">The engine; this project's own where it is null.</param>
    public Runner RunnerOf(IEngine? engine = null) =>
        new(engine ?? Engines.Paired(), _programs);

    /// <summary>The folder that was asked for, or one that does not exist yet.</summary>
    /// <param name="environment">The manifest, or that of the first of several runs.</param>
    /// <param name="suffix">Ends the name of a new folder.</param>
    public string FolderOf(EnvironmentManifest environment, string suffix = "") =>
        Result.GetValue<string?>("--output") is { } asked
            ? Path.GetFullPath(asked)
            : RunFolder.NewIn(Layout.LocalResults, environment, suffix);

    /// <summary>A run that takes turns with others, its folder created.</summary>
    /// <param name="environment">Its manifest.</param>
    /// <param name="path">Its folder.</param>
    /// <param name="engine">The engine; this project's own where it is null.</param>
    public Part PartOf(EnvironmentManifest environment, string path, IEngine? engine = null) =>
        new(environment, RunFolder.CreateAt(path, environment), RunnerOf(engine), Cancellation);

    /// <summary>Says what is about to be measured, and where observations go.</summary>
    /// <param name="environment">The manifest.</param>
    /// <param name="what">In a few words.</param>
    /// <param name="folder">The folder.</param>
    public void Announce(EnvironmentManifest environment, string what, string folder)
    {
        GitCommit.Warn(environment.Commit, Error);
        Say($"{what}, observations in {folder}");
    }

    /// <summary>Says what is about to be measured in several runs, and where observations go.</summary>
    /// <param name="first">The plan of the first run.</param>
    /// <param name="what">In a few words.</param>
    /// <param name="suffix">Ends the name of a new folder.</param>
    /// <returns>The folder for all of them.</returns>
    public string BeginSeveral(RunPlan first, string what, string suffix)
    {
        var environment = Observe(first);
        var folder = FolderOf(environment, suffix);
        Announce(environment, what, folder);
        _several = folder;
        return folder;
    }

    /// <summary>Measures, with progress shown.</summary>
    /// <param name="clock">Tells how long it takes.</param>
    /// <param name="measure">What measures, and says why it was given up; null where it was not.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task MeasureAsync(RunClock clock, Func<LaunchProgress, Task<string?>> measure)
    {
        await ProgressDisplay.RunAsync(
            Error, async show => _givenUp = await measure(new LaunchProgress(show, clock)));
        Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The exit code of a measurement that is reported.</summary>
    /// <param name="isInvalid">Whether a validity check fired.</param>
    public int ExitCodeOf(bool isInvalid)
    {
        if (_givenUp is not null)
            Say($"invalid: {_givenUp}");
        return _givenUp is not null || isInvalid ? ExitCode.Invalid : ExitCode.Done;
    }
}
