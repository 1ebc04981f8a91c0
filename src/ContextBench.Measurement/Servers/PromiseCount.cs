namespace ContextBench.Measurement.Servers;

/// <summary>
/// How many promises a request makes on Node.js, counted by an async hook in processes of their own: the hook is what
/// makes an await cost what it costs with a context, and it would slow down what is measured.
/// </summary>
public static class PromiseCount
{
    private const int WarmUpRequests = 50;
    private const int Requests = 200;

    /// <summary>Counts them, in every variant.</summary>
    /// <param name="plan">A launch on Node.js, whose server is named.</param>
    /// <returns>Promises a request.</returns>
    /// <exception cref="TargetFaultException">
    /// The variants do not make the same number, so that they do not do the same work; or a server did not start.
    /// </exception>
    public static async Task<double> OfRequestAsync(LaunchPlan plan)
    {
        var counts = new Dictionary<string, double>();
        foreach (var variant in plan.Study.Names)
            counts[variant] = await CountAsync(plan with { Study = plan.Study.Only(variant), CountsPromises = true });
        return counts.Values.Distinct().Count() == 1
            ? counts.Values.First()
            : throw new TargetFaultException(
                "the variants do not make the same number of promises a request: " +
                string.Join(", ", counts.Select(count => $"{count.Key} {count.Value:0.##}")));
    }

    private static async Task<double> CountAsync(LaunchPlan plan)
    {
        await using var target = HttpTarget.Start(plan, new LaunchOrder([0], [0], [0]));
        await target.ProveAsync(0, WarmUpRequests);
        target.TakePromises();
        await target.RunSliceAsync(0, Requests);
        return (double)target.TakePromises() / Requests;
    }
}
