using System.Text.Json;
using ContextBench.Analysis.Inspections;
using ContextBench.Measurement.Inspections;
using ContextBench.Measurement.Observations;

namespace ContextBench.Reporting.Inspections;

/// <summary>
/// <c>inspection.md</c>: what differs between two variants, differences first, then what is equal; and
/// <c>inspection.json</c>.
/// </summary>
public static class InspectionDocument
{
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Options = new(ObservationJson.Options) { WriteIndented = true };

    /// <summary>Writes it down.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="environment">What it was inspected on.</param>
    public static Document Of(InspectionComparison comparison, EnvironmentManifest environment)
    {
        var (one, other) = (comparison.Baseline, comparison.Candidate);
        var operation = TierCatalogue.Get(one.Tier).Operation;
        return new Document(
            $"What differs between `{one.Variant}` and `{other.Variant}` in one {operation}",
            [
                new Paragraph(
                    $"{one.Tier}: {Wording.Of(one.Workload)}; {Figures.Count(one.Requests)} {operation}s of each " +
                    $"variant, one after the other, each variant in a process of its own; {environment.Runtime}."),
                new Paragraph(Headline(comparison)),
                .. comparison.Differences.Count > 0 ? [TypesOf(comparison)] : Array.Empty<Block>(),
                CountsOf(comparison),
                .. one.SampledEvents + other.SampledEvents > 0 ? [NotExact] : Array.Empty<Block>(),
                new Paragraph(MethodOf(operation)),
                new Notes($"again: `{environment.Plan.Reproduce}`"),
            ])
        {
            PageName = "inspection.md",
            Data =
            [
                JsonData.Of(
                    "inspection.json",
                    new { Schema, comparison.Differences, comparison.Baseline, comparison.Candidate }, Options),
            ],
        };
    }

    private static Paragraph NotExact { get; } = new(
        "**Not exact:** the runtime sampled, since a type was allocated too often in a short time. Use requests that " +
        "do less.");

    private static string Headline(InspectionComparison comparison) => comparison.Differences.Count == 0
        ? $"**No difference in what is allocated: {Types(comparison.EqualTypes)}, " +
            $"{Figures.Count(comparison.EqualBytes)} B in both.**"
        : $"**{Signed(comparison.TypedDifference)} B, in {Types(comparison.Differences.Count)}. All else that is " +
            $"allocated is equal: {Types(comparison.EqualTypes)}, {Figures.Count(comparison.EqualBytes)} B in both.**";

    private static Table TypesOf(InspectionComparison comparison) =>
        Table.Of<TypeDifference?>([.. comparison.Differences, null]) // the sum last
            .Words("allocated type", type => type is null ? "together" : $"`{TypeMeaning.Display(type.Name)}`")
            .Numbers(
                comparison.Baseline.Variant,
                type => type is null ? "" : Objects(type.BaselineCount, type.BaselineBytes))
            .Numbers(
                comparison.Candidate.Variant,
                type => type is null ? "" : Objects(type.CandidateCount, type.CandidateBytes))
            .Numbers("difference", type =>
                $"{(type is null or { Count: 0 } ? "" : $"{Signed(type.Count)} ×, ")}" +
                $"{Signed(type?.Bytes ?? comparison.TypedDifference)} B")
            .Words("what it is", type => type is null ? "" : TypeMeaning.Of(type.Name));

    private static Table CountsOf(InspectionComparison comparison)
    {
        var (one, other) = (comparison.Baseline, comparison.Candidate);
        (string What, string One, string Other, string Said)[] rows =
        [
            (
                "bytes allocated, by the precise counter (mean)", Tenths(one.CountedBytes), Tenths(other.CountedBytes),
                $"{comparison.CountedDifference:+0.0;-0.0;0.0} B"),
            (
                "bytes that events explain, the same in every one", Explained(one), Explained(other),
                $"{Signed(comparison.TypedDifference)} B"),
            ("bytes left: unseen by events, or not in every one", Left(one), Left(other), ""),
            ProofOf("log bytes", one.Log, other.Log),
            ProofOf("response bytes", one.Responses, other.Responses),
            (
                "awaits that had to wait", $"{one.YieldedAwaits:0}", $"{other.YieldedAwaits:0}",
                one.YieldedAwaits == other.YieldedAwaits ? "equal" : "**differ**"),
            ("thread hops (mean ± standard error)", Hops(one), Hops(other), "a matter of the scheduler"),
        ];
        return Table.Of(rows)
            .Words("", row => row.What)
            .Numbers(one.Variant, row => row.One)
            .Numbers(other.Variant, row => row.Other)
            .Words("", row => row.Said);
    }

    private static (string What, string One, string Other, string Said) ProofOf(
        string what, ByteProof one, ByteProof other) => one.BytesPerRequest == 0 && other.BytesPerRequest == 0
        ? (what, Figures.None, Figures.None, "there are none")
        : (
            what, Figures.Plain(one.BytesPerRequest), Figures.Plain(other.BytesPerRequest),
            one.Sha256 == other.Sha256 ? "equal byte for byte" : "**differ**");

    private static string MethodOf(string operation) =>
        "The runtime wrote an event for every object, with its type and size. A figure of a type is the median over " +
        $"all {operation}s, so a timer's tick is not in it. `{TypeNames.Variant}` stands for the variant's own name " +
        "in the names of its classes. The JIT compiled without profiles here, since what they let it leave out can " +
        "differ from process to process. Events do not see every boxed number: what they miss is in the line of the " +
        $"bytes left. Awaits are those of a task; a thread hop is a {operation} that goes on allocating on another " +
        "thread. How often that is the scheduler decides, and it differs from process to process by more than the " +
        "error within one: it is shown, and not judged.";

    private static string Types(int count) => count == 1 ? "1 type" : $"{count} types";

    private static string Objects(long count, long bytes) =>
        count == 0 ? Figures.None : $"{count} ×, {Figures.Count(bytes)} B";

    private static string Explained(Inspection inspection) =>
        $"{Figures.Count(inspection.TypedBytes)} ({100 * inspection.TypedBytes / inspection.CountedBytes:0.0} %)";

    private static string Left(Inspection inspection) => Tenths(inspection.CountedBytes - inspection.TypedBytes);

    private static string Hops(Inspection inspection) =>
        $"{inspection.ThreadHops:0.00} ± {inspection.ThreadHopsError:0.00}";

    private static string Tenths(double value) => value.ToString("#,##0.0");

    private static string Signed(long value) => value.ToString("+#,##0;-#,##0;0");
}
