using System.Text;
using ContextBench.Handlers;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Launches;

/// <summary>Proves that a launch runs the variants claimed, and that they answer and log the same bytes.</summary>
public static class FairnessProof
{
    /// <summary>Operations of each variant in the proof.</summary>
    public const int Operations = 3;

    /// <summary>Proves it, or says what differs.</summary>
    /// <param name="variants">The variants.</param>
    /// <param name="handlerTypes">The types that handle their requests, by variant name.</param>
    /// <param name="evidence">What each variant answered and logged, in the order of the variants.</param>
    /// <exception cref="LaunchFaultException">
    /// A variant is not the one claimed, or its bytes differ from the baseline's.
    /// </exception>
    public static void Check(
        IReadOnlyList<VariantFacts> variants,
        IReadOnlyDictionary<string, string> handlerTypes,
        IReadOnlyList<VariantEvidence> evidence)
    {
        var baseline = evidence[BaselineOf(variants)];
        if (!StartsWithId(baseline.Log))
            throw new LaunchFaultException($"{VariantCatalogue.Baseline.Name} does not log its request id");

        for (var i = 0; i < variants.Count; i++)
        {
            var variant = variants[i];
            if (!handlerTypes.TryGetValue(variant.Name, out var type) || type != variant.HandlerTypeName)
                throw new LaunchFaultException(
                    $"{variant.Name} is handled by {type ?? "nothing"}, not {variant.HandlerTypeName}");

            if (!SameResponses(evidence[i], baseline))
                throw new LaunchFaultException(
                    $"{variant.Name} answers other bytes than {VariantCatalogue.Baseline.Name}");

            var expected = variant.Role == VariantRole.WithoutId ? WithoutIds(baseline.Log) : baseline.Log;
            if (!evidence[i].Log.AsSpan().SequenceEqual(expected))
                throw new LaunchFaultException(
                    $"{variant.Name} logs other bytes than {VariantCatalogue.Baseline.Name}");
        }
    }

    private static bool SameResponses(VariantEvidence one, VariantEvidence other) =>
        one.Responses.Count == other.Responses.Count
        && one.Responses.Zip(other.Responses).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static bool StartsWithId(byte[] log) => log.AsSpan().StartsWith("["u8);

    private static byte[] WithoutIds(byte[] log) =>
        Encoding.UTF8.GetBytes(string.Concat(
            Encoding.UTF8.GetString(log).Split('\n')
                .Where(line => line.Length > 0)
                .Select(line => line[(line.IndexOf("] ", StringComparison.Ordinal) + 2)..] + "\n")));

    private static int BaselineOf(IReadOnlyList<VariantFacts> variants)
    {
        for (var i = 0; i < variants.Count; i++)
        {
            if (variants[i].Role == VariantRole.Baseline)
                return i;
        }

        throw new ArgumentException(
            $"the plan has no {VariantCatalogue.Baseline.Name}, which the others are compared with", nameof(variants));
    }
}
