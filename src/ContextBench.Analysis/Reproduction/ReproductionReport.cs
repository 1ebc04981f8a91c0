using ContextBench.Analysis.Calibrations;
using ContextBench.Analysis.Files;

namespace ContextBench.Analysis.Reproduction;

/// <summary>The article's comparison, measured again: every part that was measured.</summary>
/// <param name="Parts">
/// The parts, one or more: Node.js before .NET, the older before the newer, apart before together, this project's
/// engine before others, and each by its point.
/// </param>
public sealed record ReproductionReport(IReadOnlyList<ReproductionPart> Parts)
{
    /// <summary>What is known of this instrument on the machine.</summary>
    public CalibrationNote Calibration { get; init; } = CalibrationNote.None;

    /// <summary>
    /// What a part on .NET says, whose instrument a calibration is of, with all variants in one process if there is
    /// such a part; any part where there is none on .NET.
    /// </summary>
    public RunResult OfMachine => new ReproductionReport(
        [Parts.MinBy(part => part.IsNode ? 2 : part.Environment.Plan.Load.IsMixed ? 0 : 1)!]).ToRun();

    /// <summary>Whether a validity check fired in any part.</summary>
    public bool IsInvalid => Parts.Any(part => part.AgainstClassic.IsInvalid);

    /// <summary>Whether a part is of the article's own request, as none of the first reproductions is.</summary>
    public bool HasArticlesOwn => Parts.Any(part => part.Point.IsArticlesOwn);

    /// <summary>The A/A comparisons in <see cref="Metric.Total"/>, one of each part that has one.</summary>
    public IReadOnlyList<Comparison> Controls =>
        [.. Parts.Select(part => part.AgainstClassic.FindControl(Metric.Total)).OfType<Comparison>()];

    /// <summary>The number of <see cref="Controls"/> whose 95 % interval holds 0.</summary>
    public int ControlsHoldingZero => Controls.Count(control => control is { Low: <= 0, High: >= 0 });

    /// <summary>Whether a folder holds parts of a reproduction; one that is not there does not.</summary>
    /// <param name="root">The folder.</param>
    public static bool IsReproduction(string root)
    {
        try
        {
            return FoldersIn(root).Any(IsPart);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reads and analyses every part in a folder.</summary>
    /// <param name="root">The folder, with a folder a part.</param>
    /// <exception cref="StorageException">
    /// It holds no part, or one twice, or a part's files cannot be read.
    /// </exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be read.</exception>
    public static ReproductionReport Read(string root)
    {
        ReproductionPart[] parts =
        [
            .. FoldersIn(root).Select(ReproductionPart.Read).OfType<ReproductionPart>()
                .OrderByDescending(part => part.IsNode)
                .ThenBy(part => VersionOf(part.Environment.Runtime))
                .ThenByDescending(part => part.Residency)
                .ThenByDescending(part => part.IsPaired)
                .ThenBy(part => ReproductionPoint.All.ToList().IndexOf(part.Point)),
        ];
        if (parts is [])
        {
            throw new StorageException(
                $"{root} holds no reproduction: no folder in it has an environment.json that names a point " +
                "(run-bench reproduce measures one)");
        }

        var twice = parts.GroupBy(part => (part.Name, part.Point)).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? new ReproductionReport(parts)
            : throw new StorageException(
                $"{root} holds {twice.Key.Name} at {twice.Key.Point.Name} more than once, in " +
                $"{string.Join(" and ", twice.Select(part => part.Folder))}: leave one of them there");
    }

    /// <summary>
    /// All parts as the tiers of one run, in the environment of the first, for the reports that a run has.
    /// </summary>
    public RunResult ToRun() => new(Parts[0].Environment, [.. Parts.SelectMany(part => part.Tiers)]);

    private static bool IsPart(RunDirectory folder) =>
        KeptFiles.Read(folder.EnvironmentFile, EnvironmentManifest.FromJson, _ => { })?.Plan.Point is not null;

    // A preview's version has a suffix: 11.0.0-preview.1.
    private static Version VersionOf(string runtime) =>
        Version.TryParse(runtime.Split(' ')[^1].Split('-')[0], out var version) ? version : new Version();

    private static IEnumerable<RunDirectory> FoldersIn(string root) => Directory.Exists(root)
        ? Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal).Select(path => new RunDirectory(path))
        : [];
}
