using ContextBench.Measurement.Launches;

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
        TextReader input, TextWriter output, Func<LaunchPlan, LaunchOrder, ITarget> start)
    {
        var plan = ObservationJson.Read<LaunchPlan>(
            await input.ReadLineAsync() ?? throw new InvalidOperationException("no plan on standard input"));
        try
        {
            await AnswerAsync(plan, input, output, start);
        }
        catch (TargetFaultException fault)
        {
            output.WriteLine(ObservationJson.Write(new Ready(Fault: fault.Message)));
        }
    }

    private static async Task AnswerAsync(
        LaunchPlan plan, TextReader input, TextWriter output, Func<LaunchPlan, LaunchOrder, ITarget> start)
    {
        var random = new Random(plan.Seed);
        var order = LaunchOrder.Draw(plan.Study.Variants.Count, random);
        await using var target = start(plan, order);
        var evidence = await ProveAsync(plan, target);
        var warmUp = new WarmUp(target, new BlockSchedule(plan.Study.Variants.Count, random), SliceOperations);
        await warmUp.RunAsync(plan.Tier.MostWarmUpSeconds, plan.Tier.FewestWarmUpOperations);

        output.WriteLine(ObservationJson.Write(new Ready(
            (target as IServerProcess)?.ProcessId ?? Environment.ProcessId,
            ByteProof.Of(evidence.Log, FairnessProof.Operations),
            ByteProof.Of([.. evidence.Responses.SelectMany(bytes => bytes)], FairnessProof.Operations))));
        while (await input.ReadLineAsync() is { } requests)
        {
            var paced = await PacedRequests.RunAsync(target, int.Parse(requests));
            output.WriteLine(ObservationJson.Write(paced));
        }
    }

    private static async Task<VariantEvidence> ProveAsync(LaunchPlan plan, ITarget target)
    {
        var proof = (IEquivalenceProof)target;
        FairnessProof.RequireHandler(plan.Study.Variants[0], proof.Handlers);
        return await proof.ProveAsync(0, FairnessProof.Operations);
    }

    /// <summary>The process under test is warm, or cannot be inspected.</summary>
    /// <param name="ProcessId">The process under test.</param>
    /// <param name="Log">The log lines of the proof.</param>
    /// <param name="Responses">The responses of the proof.</param>
    /// <param name="Fault">Why it cannot be inspected; null where it can.</param>
    internal sealed record Ready(
        int ProcessId = 0, ByteProof? Log = null, ByteProof? Responses = null, string? Fault = null);
}
