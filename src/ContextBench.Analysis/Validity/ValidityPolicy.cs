namespace ContextBench.Analysis.Validity;

/// <summary>When a validity check that fires makes a tier <see cref="Statistics.Verdict.Invalid"/>.</summary>
/// <remarks>
/// <para>Three of the checks ask every launch that counts: whether it was steady, whether the generator limited it, and
/// whether it has blocks enough for an error of its own. They make the tier invalid where they concern more than half
/// of the launches, the last also where a launch has no block at all: what is said of the median launch is then wrong.
/// A minority is a warning, since launches are weighed by their precision, and none is dropped for what it
/// showed.</para>
/// <para>Launches that failed, for an error or for unequal bytes, are not counted. They make the tier invalid where
/// they are half or more of the finished ones, where they leave fewer than two, or where the last three in a row are
/// among them, so that the run was given up: those that were left over are then hardly a fair sample.</para>
/// <para>The other checks are about the tier as a whole, and always make it invalid: any clock that went backwards, an
/// A/A interval of what the verdict is about that lies wholly beyond the margin, stolen time that fell unevenly by more
/// than the margin, and an open loop's rate that was not reached.</para>
/// </remarks>
internal static class ValidityPolicy
{
    /// <summary>Whether so many of the launches that count, or of a calibration's runs, are too many.</summary>
    /// <param name="concerned">How many a check fired for.</param>
    /// <param name="counted">How many there are.</param>
    public static bool ConcernsMost(int concerned, int counted) => 2 * concerned > counted;

    /// <summary>Whether so many of the finished launches are too many to have failed.</summary>
    /// <param name="failed">How many failed.</param>
    /// <param name="finished">How many were finished.</param>
    public static bool FailedTooOften(int failed, int finished) => failed > 0 && 2 * failed >= finished;
}
