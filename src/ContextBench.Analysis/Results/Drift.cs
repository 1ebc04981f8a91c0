namespace ContextBench.Analysis.Results;

/// <summary>
/// Whether warming up was over when blocks began: how far a candidate's overhead moved from the first half of the
/// blocks to the second, and how many methods the JIT still compiled meanwhile.
/// </summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Percent">Its overhead in the second half less that in the first, in percent; the mean launch's.</param>
/// <param name="Low">The lower bound of its 95 % interval, in percent; Student's t over launches.</param>
/// <param name="High">The upper bound.</param>
/// <param name="FewestMethods">Methods compiled while blocks ran, in the launch with the fewest.</param>
/// <param name="MostMethods">The same, in the launch with the most.</param>
public sealed record Drift(
    string Candidate, double Percent, double Low, double High, long FewestMethods, long MostMethods);
