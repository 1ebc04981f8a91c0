namespace ContextBench.Measurement.Machine;

/// <summary>Which process runs on which processor.</summary>
/// <param name="UnderTest">The processor of the process under test, or null to leave it free.</param>
/// <param name="Generator">The processor of the load generator, or null to leave it free.</param>
public sealed record ProcessorPlan(int? UnderTest, int? Generator)
{
    /// <summary>Keeps server and generator apart where there are two processors, and pins nothing where there is one.</summary>
    /// <param name="processors">Number of processors.</param>
    public static ProcessorPlan For(int processors) =>
        processors < 2 ? new ProcessorPlan(null, null) : new ProcessorPlan(0, 1);
}
