namespace ContextBench.Analysis.Validity;

/// <summary>
/// Times that no clock can show that only goes forwards: elapsed time of 0 or less, or CPU time below 0.
/// </summary>
internal static class ClockCheck
{
    /// <summary>Looks for them; one is enough, since it says that no other time can be trusted.</summary>
    /// <param name="backwards">Of each launch that counts, how many it has.</param>
    /// <param name="what">What was measured, in the plural: slices, windows or arms.</param>
    public static Finding? Of(IReadOnlyCollection<int> backwards, string what)
    {
        var launches = backwards.Count(times => times > 0);
        return launches == 0
            ? null
            : new Finding(
                Warning.ClockBackwards(backwards.Sum(), what, launches, backwards.Count), IsInvalid: true);
    }
}
