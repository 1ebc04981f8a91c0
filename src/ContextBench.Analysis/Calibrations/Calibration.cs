namespace ContextBench.Analysis.Calibrations;

/// <summary>A calibration: its runs, and what they prove together.</summary>
/// <param name="Report">What they prove.</param>
/// <param name="Environment">The manifest of its first run.</param>
/// <param name="BytesTogether">
/// The run of allocated bytes with all variants in one process, its collections charged; null without one.
/// </param>
/// <param name="BytesApart">The same with a process of each, which pays for its own; null without one.</param>
public sealed record Calibration(
    CalibrationReport Report, EnvironmentManifest Environment, CalibrationRun? BytesTogether,
    CalibrationRun? BytesApart)
{
    /// <summary>Every run, those of allocated bytes last.</summary>
    public IEnumerable<CalibrationRun> Runs => Report.Tiers.Values.SelectMany(tier => tier.Runs)
        .Concat(new[] { BytesTogether, BytesApart }.OfType<CalibrationRun>());

    private const string BytesFolder = "bytes";

    /// <summary>The fewest runs of a tier: one has no spread.</summary>
    public const int FewestRuns = 2;

    /// <summary>Tiers with too few finished runs for a calibration, by name.</summary>
    public IReadOnlyList<string> TiersLeftOut { get; init; } = [];

    /// <summary>Runs of allocated bytes that were begun and are no part of it, by residency.</summary>
    public IReadOnlyList<string> BytesLeftOut { get; init; } = [];

    /// <summary>Whether it proves nothing of a tier: most of its runs are invalid or left out.</summary>
    public bool IsInvalid => TiersLeftOut.Count > 0 || Report.Tiers.Values.Any(tier => tier.IsInvalid);

    /// <summary>The page's file name.</summary>
    public const string PageName = "certificate.md";

    /// <summary>The chart's file name.</summary>
    public const string ChartName = "certificate.svg";

    /// <summary>The file name of every cost of every run, as data.</summary>
    public const string CostsName = "doses.csv";

    /// <summary>The folder of a run on a tier.</summary>
    /// <param name="root">The calibration's folder.</param>
    /// <param name="tier">The tier's name.</param>
    /// <param name="run">The run's number, from 1.</param>
    public static string FolderOf(string root, string tier, int run) => Path.Combine(root, tier, $"{run:D2}");

    /// <summary>The folder of a run of allocated bytes alone.</summary>
    /// <param name="root">The calibration's folder.</param>
    /// <param name="residency">Where the variants lived.</param>
    public static string FolderOf(string root, Residency residency) =>
        Path.Combine(root, BytesFolder, residency.ToString().ToLowerInvariant());

    /// <summary>Whether a folder holds runs of a calibration.</summary>
    /// <param name="root">The folder; there may be none.</param>
    public static bool IsCalibration(string root) =>
        TierCatalogue.All.Any(tier => File.Exists(new RunDirectory(FolderOf(root, tier.Name, run: 1)).EnvironmentFile));

    /// <summary>Reads and analyses all runs in a folder; those that were not finished are left out.</summary>
    /// <param name="root">The folder.</param>
    /// <exception cref="StorageException">
    /// No tier has two runs, or a run's observations cannot be read.
    /// </exception>
    /// <exception cref="IOException">A run's files cannot be read.</exception>
    public static Calibration Read(string root)
    {
        var found = TierCatalogue.All
            .Select(tier => (tier.Name, All: RunsIn(Path.Combine(root, tier.Name))))
            .Where(tier => tier.All.Count > 0)
            .Select(tier => (tier.Name, tier.All, Runs: tier.All.OfType<CalibrationRun>().ToArray()))
            .ToArray();
        var tiers = found.Where(tier => tier.Runs.Length >= FewestRuns).ToArray();
        if (tiers.Length == 0)
        {
            throw new StorageException(
                $"no tier in {root} has {FewestRuns} finished runs, and a calibration needs their spread");
        }

        var first = tiers.SelectMany(tier => tier.Runs).MinBy(run => run.Environment.StartedAt)!.Environment;
        var bytes = Enum.GetValues<Residency>().ToDictionary(
            residency => residency, residency => RunIn(FolderOf(root, residency)));
        return new Calibration(
            new CalibrationReport(Schema: 1, CalibratedMachine.Of(first), tiers.ToDictionary(
                tier => tier.Name, tier => TierCalibration.Of(tier.Runs, tier.All.Count - tier.Runs.Length))),
            first,
            bytes[Residency.Together],
            bytes[Residency.Apart])
        {
            TiersLeftOut = [.. found.Except(tiers).Select(tier => tier.Name)],
            BytesLeftOut =
            [
                .. bytes.Where(run => run.Value is null && Directory.Exists(FolderOf(root, run.Key)))
                    .Select(run => run.Key.ToString().ToLowerInvariant()),
            ],
        };
    }

    // Null for one that is no part of a calibration.
    private static IReadOnlyList<CalibrationRun?> RunsIn(string folder) => Directory.Exists(folder)
        ?
        [
            .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
                .Where(run => File.Exists(new RunDirectory(run).EnvironmentFile))
                .Select(RunIn),
        ]
        : [];

    private static CalibrationRun? RunIn(string folder)
    {
        var directory = new RunDirectory(folder);
        return File.Exists(directory.EnvironmentFile) ? CalibrationRun.Read(directory) : null;
    }
}
