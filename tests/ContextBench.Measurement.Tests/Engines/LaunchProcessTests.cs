using ContextBench.Cli;
using ContextBench.Handlers;
using ContextBench.Measurement.Engines;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Measurement.Tests.Engines;

public sealed class LaunchProcessTests
{
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(AppContext.BaseDirectory);

    private static readonly LaunchPlan Plan =
        ShortLaunch.Of("handler", StudyCatalogue.Default.FactsOf("classic", "control"));

    [Fact]
    public async Task A_launch_in_a_process_of_its_own_reports_its_batches_and_then_itself()
    {
        var (record, observed) = await RunAsync(Layout.CliAssembly, "launch");

        Assert.Null(record.Fault);
        Assert.Equal(3, record.Launch);
        Assert.Equal(record.Blocks, observed.OfType<BatchObservation>().Sum(batch => batch.Orders.Length));
    }

    [Fact]
    public async Task A_process_that_dies_before_it_has_reported_is_a_fault_of_its_launch()
    {
        var (record, _) = await RunAsync(Layout.CliAssembly, "no-such-command");

        Assert.Equal("the launch's process died with exit code 2", record.Fault);
        Assert.Equal((3, Plan.Seed), (record.Launch, record.Seed));
    }

    [Fact]
    public async Task A_line_that_is_no_observation_is_a_fault_that_quotes_it()
    {
        var (record, _) = await RunAsync(Layout.CliAssembly, "list");

        Assert.StartsWith("the launch's process wrote 'study\tlines", record.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_whose_server_is_missing_is_a_fault_and_no_stack_trace()
    {
        var (record, _) = await RunAsync(
            Layout.CliAssembly, ["launch"],
            Plan with { Tier = Plan.Tier with { Tier = "kestrel" }, Server = new ServerProgram("no-such-server.dll") });

        // The host says on its output that it found no such program, before it dies.
        Assert.StartsWith("the server ", record.Fault, StringComparison.Ordinal);
    }

    private static Task<(LaunchObservation Record, List<Observation> Observed)> RunAsync(
        string assembly, string argument) => RunAsync(assembly, [argument], Plan);

    private static async Task<(LaunchObservation Record, List<Observation> Observed)> RunAsync(
        string assembly, string[] arguments, LaunchPlan plan)
    {
        var observed = new List<Observation>();
        var record = await new LaunchProcess(assembly, arguments).RunAsync(
            plan,
            processor: null,
            (_, observation) => observed.Add(observation),
            TestContext.Current.CancellationToken);
        return (record, observed);
    }
}
