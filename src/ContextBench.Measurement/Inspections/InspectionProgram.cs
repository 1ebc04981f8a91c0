using System.Globalization;
using ContextBench.Handlers;
using ContextBench.Measurement.Blocks;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Tiers;

namespace ContextBench.Measurement.Inspections;

/// <summary>
/// The program of an inspection's own process: a plan of one variant on its standard input, answered with
/// <see cref="Ready"/>; then a number of requests a line, each answered with <see cref="PacedRequests"/>.
/// </summary>
public static class InspectionProgram
{
    private const int SliceOperations = 16;

    /// <summary>Runs it until its input ends.</summary>
    /// <param name="input">The plan, then numbers of requests.</param>
    /// <param name="output">Takes an answer a line.</param>
    /// <param name="start">Starts the process under test of a plan's tier, or becomes it.</param>
    public static async Task RunAsync(
        TextReader input, TextWriter output, Func<LaunchPlan, LaunchOrder, ITierSession> start)
    {
        var plan = ObservationJson.Read<LaunchPlan>(
            await input.ReadLineAsync() ?? throw new InvalidOperationException("no plan on standard input"));
        try
        {
            await AnswerAsync(plan, input, output, start);
        }
        catch (LaunchFaultException fault)
        {
            output.WriteLine(ObservationJson.Write(new Ready { Fault = fault.Message }));
        }
    }

    private static async Task AnswerAsync(
        LaunchPlan plan, TextReader input, TextWriter output, Func<LaunchPlan, LaunchOrder, ITierSession> start)
    {
        var random = new Random(plan.Seed);
        var order = LaunchOrder.Draw(plan.Variants.Count, random);
        await using var session = plan.Tier == "handler" ? new InspectedCalls(plan) : start(plan, order);
        var evidence = await ProveAsync(plan, session);
        var warmUp = new WarmUp(session, new BlockSchedule(plan.Variants.Count, random), SliceOperations);
        await warmUp.RunAsync(plan.MostWarmUpSeconds, plan.FewestWarmUpOperations);

        output.WriteLine(ObservationJson.Write(new Ready
        {
            ProcessId = session is HttpTier http ? http.ServerProcessId : Environment.ProcessId,
            Log = ByteProof.Of(evidence.Log, FairnessProof.Operations),
            Responses = ByteProof.Of([.. evidence.Responses.SelectMany(bytes => bytes)], FairnessProof.Operations),
        }));
        while (await input.ReadLineAsync() is { } requests)
        {
            var paced = await PacedRequests.RunAsync(session, int.Parse(requests, CultureInfo.InvariantCulture));
            output.WriteLine(ObservationJson.Write(paced));
        }
    }

    private static async Task<VariantEvidence> ProveAsync(LaunchPlan plan, ITierSession session)
    {
        var variant = VariantCatalogue.Get(plan.Variants[0]);
        var handler = session.HandlerTypes[variant.Name];
        return handler == variant.HandlerTypeName
            ? await session.ProveAsync(0, FairnessProof.Operations)
            : throw new LaunchFaultException($"{variant.Name} is handled by {handler}, not {variant.HandlerTypeName}");
    }

    /// <summary>The process under test is warm.</summary>
    internal sealed record Ready
    {
        /// <summary>The process under test.</summary>
        public int ProcessId { get; init; }

        /// <summary>The log lines of the proof.</summary>
        public ByteProof? Log { get; init; }

        /// <summary>The responses of the proof.</summary>
        public ByteProof? Responses { get; init; }

        /// <summary>Why it cannot be inspected; null where it can.</summary>
        public string? Fault { get; init; }
    }
}
