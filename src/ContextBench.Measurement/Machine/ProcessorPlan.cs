namespace ContextBench.Measurement.Machine;

/// <summary>Which process runs on which processor.</summary>
/// <param name="UnderTest">The processor of the process under test, or null to leave it free.</param>
/// <param name="Generator">The processor of the load generator, or null to leave it free.</param>
public sealed record ProcessorPlan(int? UnderTest, int? Generator)
{
    /// <summary>
    /// Keeps server and generator on different cores where there are two; on one core with two threads, on different
    /// threads; and pins nothing where there is one processor, or no way to pin.
    /// </summary>
    /// <param name="allowed">The processors that this process may use.</param>
    public static ProcessorPlan For(IReadOnlyList<Processor> allowed)
    {
        if (allowed.Count < 2 || !ProcessorPinning.IsSupported)
            return new ProcessorPlan(null, null);

        var underTest = allowed[0];
        var generator = allowed.FirstOrDefault(processor => processor.Core != underTest.Core) ?? allowed[1];
        return new ProcessorPlan(underTest.Id, generator.Id);
    }
}

/// <summary>A logical processor.</summary>
/// <param name="Id">Its number, from 0.</param>
/// <param name="Core">Names the core that it is a thread of.</param>
public sealed record Processor(int Id, string Core)
{
    /// <summary>The processors that this process may use, in the order of their numbers.</summary>
    public static IReadOnlyList<Processor> Allowed() =>
        [.. ProcessorPinning.AllowedIds().Select(id => new Processor(id, CoreOf(id)))];

    // Without this file, which is Linux's, every processor counts as a core.
    private static string CoreOf(int id) =>
        SystemFile.Read($"/sys/devices/system/cpu/cpu{id}/topology/thread_siblings_list") ?? $"{id}";
}
