namespace ContextBench.Measurement.Launches;

/// <summary>
/// The program of a launch's own process: a plan on its standard input, observations on its standard output.
/// </summary>
public static class LaunchProgram
{
    /// <summary>Runs one launch.</summary>
    /// <param name="input">
    /// One line: the <see cref="LaunchPlan"/>. Its end, later, means that the parent is gone.
    /// </param>
    /// <param name="output">Takes a line for each observation, the launch's own record last.</param>
    /// <param name="start">Starts the process under test of a plan's tier, or becomes it.</param>
    public static async Task RunAsync(
        TextReader input, TextWriter output, Func<LaunchPlan, LaunchOrder, ITarget> start)
    {
        var plan = ObservationJson.Read<LaunchPlan>(
            await input.ReadLineAsync() ?? throw new InvalidOperationException("no plan on standard input"));
        ExitWithParent(input);

        void Observe(Observation observation) => output.WriteLine(ObservationJson.Write(observation));

        // Observed last of all: by then the process under test is gone, and the parent may end this one.
        Observe(await RunLaunchAsync(plan, start, Observe));
    }

    private static async Task<LaunchObservation> RunLaunchAsync(
        LaunchPlan plan, Func<LaunchPlan, LaunchOrder, ITarget> start, Action<Observation> observe)
    {
        try
        {
            var random = new Random(plan.Seed);
            var order = LaunchOrder.Draw(plan.Study.Variants.Count, random);
            await using var target = start(plan, order);
            return await new Launch(plan, order, target, random, observe).RunAsync();
        }
        catch (TargetFaultException fault)
        {
            return LaunchObservation.Of(plan) with { Fault = fault.Message };
        }
    }

    // No process may outlive the run, whatever becomes of it: with its parent gone, a launch's input ends.
    private static void ExitWithParent(TextReader input)
    {
        var watch = new Thread(() =>
        {
            while (input.ReadLine() is not null)
            {
            }

            Environment.Exit(1);
        })
        { IsBackground = true, Name = "parent watch" };
        watch.Start();
    }
}
