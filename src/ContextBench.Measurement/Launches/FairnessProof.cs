using System.Text;

namespace ContextBench.Measurement.Launches;

/// <summary>Proves that a launch runs the variants claimed, and that they answer and log the same bytes.</summary>
public static class FairnessProof
{
    /// <summary>Operations of each variant in the proof.</summary>
    public const int Operations = 3;

    /// <summary>Runs every variant of a target, and proves it or says what differs.</summary>
    /// <param name="study">The variants.</param>
    /// <param name="target">Their target.</param>
    /// <param name="firstCall">The order in which the variants are first called.</param>
    /// <exception cref="TargetFaultException">
    /// A variant is not the one claimed, or its bytes differ from the baseline's.
    /// </exception>
    public static async Task RunAsync(StudyFacts study, IEquivalenceProof target, IEnumerable<int> firstCall)
    {
        var evidence = new VariantEvidence[study.Variants.Count];
        foreach (var variant in firstCall)
            evidence[variant] = await target.ProveAsync(variant, Operations);
        Check(study, target.Handlers, evidence);
    }

    /// <summary>Requires that a variant is handled by what it claims.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="handlers">What handles each variant's requests, by its name.</param>
    /// <exception cref="TargetFaultException">It is not.</exception>
    public static void RequireHandler(VariantFacts variant, IReadOnlyDictionary<string, string> handlers)
    {
        if (handlers.GetValueOrDefault(variant.Name) is var handler && handler != variant.Handler)
            throw new TargetFaultException(
                $"{variant.Name} is handled by {handler ?? "nothing"}, not {variant.Handler}");
    }

    /// <summary>Proves it, or says what differs.</summary>
    /// <param name="study">The variants.</param>
    /// <param name="handlers">What handles their requests, by variant name.</param>
    /// <param name="evidence">What each variant answered and logged, in the order of the variants.</param>
    /// <exception cref="TargetFaultException">
    /// A variant is not the one claimed, or its bytes differ from the baseline's.
    /// </exception>
    public static void Check(
        StudyFacts study, IReadOnlyDictionary<string, string> handlers, IReadOnlyList<VariantEvidence> evidence)
    {
        var baseline = evidence.Zip(study.Variants).Single(pair => pair.Second.Name == study.Baseline).First;
        if (!baseline.Log.AsSpan().StartsWith("["u8))
            throw new TargetFaultException($"{study.Baseline} does not log its request id");

        foreach (var (proof, variant) in evidence.Zip(study.Variants))
        {
            RequireHandler(variant, handlers);
            if (!SameResponses(proof, baseline))
                throw new TargetFaultException($"{variant.Name} answers other bytes than {study.Baseline}");

            var expected = variant.Role == VariantRole.WithoutId ? WithoutIds(baseline.Log) : baseline.Log;
            if (!proof.Log.AsSpan().SequenceEqual(expected))
                throw new TargetFaultException($"{variant.Name} logs other bytes than {study.Baseline}");
        }
    }

    private static bool SameResponses(VariantEvidence one, VariantEvidence other) =>
        one.Responses.Count == other.Responses.Count
        && one.Responses.Zip(other.Responses).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static byte[] WithoutIds(byte[] log) => Encoding.UTF8.GetBytes(
        Regex.Replace(Encoding.UTF8.GetString(log), @"^.*?\] ", "", RegexOptions.Multiline));
}
