using ContextBench.Analysis.Inspections;
using ContextBench.Measurement.Inspections;

namespace ContextBench.Reporting.Inspections;

/// <summary>Writes what differs between two variants as a page: differences first, then what is equal.</summary>
public static class InspectionPage
{
    /// <summary>Writes the page.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="environment">What it was inspected on.</param>
    /// <param name="output">Takes the page.</param>
    public static void Write(InspectionComparison comparison, EnvironmentManifest environment, TextWriter output)
    {
        var (one, other) = (comparison.Baseline, comparison.Candidate);
        var operation = TierCatalogue.Get(one.Tier).Operation;
        output.WriteParagraph($"# What differs between `{one.Variant}` and `{other.Variant}` in one {operation}");
        output.WriteParagraph(
            $"{one.Tier}: {Wording.Of(one.Workload)}; {Figures.Count(one.Requests)} {operation}s of each variant, " +
            $"one after the other, each variant in a process of its own; {environment.Runtime}.");
        output.WriteParagraph(Headline(comparison));
        if (comparison.Differences.Count > 0)
            WriteTypes(comparison, output);
        WriteCounts(comparison, output);
        WriteMethod(comparison, environment, operation, output);
    }

    private static string Headline(InspectionComparison comparison) => comparison.Differences.Count == 0
        ? $"**No difference in what is allocated: {Types(comparison.EqualTypes)}, " +
            $"{Figures.Count(comparison.EqualBytes)} B in both.**"
        : $"**{Signed(comparison.TypedDifference)} B, in {Types(comparison.Differences.Count)}. All else that is " +
            $"allocated is equal: {Types(comparison.EqualTypes)}, {Figures.Count(comparison.EqualBytes)} B in both.**";

    private static void WriteTypes(InspectionComparison comparison, TextWriter output)
    {
        var (one, other) = (comparison.Baseline, comparison.Candidate);
        output.WriteLine($"| allocated type | {one.Variant} | {other.Variant} | difference | what it is |");
        output.WriteLine("| :--- | ---: | ---: | ---: | :--- |");
        foreach (var type in comparison.Differences)
        {
            output.WriteLine(
                $"| `{TypeMeaning.Display(type.Name)}` | {Objects(type.BaselineCount, type.BaselineBytes)} " +
                $"| {Objects(type.CandidateCount, type.CandidateBytes)} " +
                $"| {(type.Count == 0 ? "" : Signed(type.Count) + " ×, ")}{Signed(type.Bytes)} B " +
                $"| {TypeMeaning.Of(type.Name)} |");
        }

        output.WriteParagraph($"| together | | | {Signed(comparison.TypedDifference)} B | |");
    }

    private static void WriteCounts(InspectionComparison comparison, TextWriter output)
    {
        var (one, other) = (comparison.Baseline, comparison.Candidate);
        output.WriteLine($"| | {one.Variant} | {other.Variant} | |");
        output.WriteLine("| :--- | ---: | ---: | :--- |");
        output.WriteLine(
            $"| bytes allocated, by the precise counter (mean) | {Tenths(one.CountedBytes)} " +
            $"| {Tenths(other.CountedBytes)} " +
            $"| {comparison.CountedDifference:+0.0;-0.0;0.0} B |");
        output.WriteLine(
            $"| bytes that events explain, the same in every one | {Explained(one)} | {Explained(other)} " +
            $"| {Signed(comparison.TypedDifference)} B |");
        output.WriteLine(
            $"| bytes left: unseen by events, or not in every one | {Left(one)} | {Left(other)} | |");
        WriteProof("log bytes", one.Log, other.Log, output);
        WriteProof("response bytes", one.Responses, other.Responses, output);
        output.WriteLine(
            $"| awaits that had to wait | {Awaits(one)} | {Awaits(other)} " +
            $"| {(one.YieldedAwaits == other.YieldedAwaits ? "equal" : "**differ**")} |");
        output.WriteParagraph(
            $"| thread hops (mean ± standard error) | {Hops(one)} | {Hops(other)} " +
            "| a matter of the scheduler |");
    }

    private static void WriteProof(string what, ByteProof one, ByteProof other, TextWriter output)
    {
        var verdict = one.Sha256 == other.Sha256 ? "equal byte for byte" : "**differ**";
        output.WriteLine(one.BytesPerRequest == 0 && other.BytesPerRequest == 0
            ? $"| {what} | - | - | there are none |"
            : $"| {what} | {Figures.Plain(one.BytesPerRequest)} | {Figures.Plain(other.BytesPerRequest)} " +
                $"| {verdict} |");
    }

    private static void WriteMethod(
        InspectionComparison comparison, EnvironmentManifest environment, string operation, TextWriter output)
    {
        if (comparison.Baseline.SampledEvents + comparison.Candidate.SampledEvents > 0)
        {
            output.WriteParagraph(
                "**Not exact:** the runtime sampled, since a type was allocated too often in a short time. Use " +
                "requests that do less.");
        }

        output.WriteParagraph(
            $"The runtime wrote an event for every object, with its type and size. A figure of a type is the median " +
            $"over all {operation}s, so a timer's tick is not in it. `{TypeNames.Variant}` stands for the variant's " +
            "own name in the names of its classes. The JIT compiled without profiles here, since what they let it " +
            "leave out can differ from process to process. Events do not see every boxed number: what they miss is " +
            "in the line of the bytes left. Awaits are those of a task; a thread hop is a " +
            $"{operation} that goes on allocating on another thread. How often that is the scheduler decides, and it " +
            "differs from process to process by more than the error within one: it is shown, and not judged.");
        output.WriteLine($"    {environment.Plan.Reproduce}");
    }

    private static string Types(int count) => count == 1 ? "1 type" : $"{count} types";

    private static string Objects(long count, long bytes) =>
        count == 0 ? Figures.None : $"{count} ×, {Figures.Count(bytes)} B";

    private static string Explained(Inspection inspection) =>
        $"{Figures.Count(inspection.TypedBytes)} " +
        $"({(100 * inspection.TypedBytes / inspection.CountedBytes).ToString("0.0")} %)";

    private static string Left(Inspection inspection) => Tenths(inspection.CountedBytes - inspection.TypedBytes);

    private static string Awaits(Inspection inspection) =>
        inspection.YieldedAwaits.ToString("0");

    private static string Hops(Inspection inspection) =>
        $"{inspection.ThreadHops:0.00} ± {inspection.ThreadHopsError:0.00}";

    private static string Tenths(double value) => value.ToString("#,##0.0");

    private static string Signed(long value) => value.ToString("+#,##0;-#,##0;0");
}
