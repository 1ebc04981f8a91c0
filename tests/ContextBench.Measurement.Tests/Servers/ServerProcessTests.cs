using ContextBench.Handlers;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Servers;
using ContextBench.Measurement.Tests.Plans;
using Xunit;

namespace ContextBench.Measurement.Tests.Servers;

public sealed class ServerProcessTests : IDisposable
{
    private const string Attached = "CORECLR_OF_THIS_TEST_ALONE";

    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void A_server_of_another_host_runs_without_attached_code_and_with_the_variables_of_its_plan()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the server is a shell script");
        var (script, seen) = (Path.Combine(_folder, "server.sh"), Path.Combine(_folder, "seen"));
        File.WriteAllText(
            script,
            $$$"""
            env > '{{{seen}}}'
            echo '{"address":"http://127.0.0.1:1","paths":{},"handlerTypes":{}}'
            read end
            """);
        Environment.SetEnvironmentVariable(Attached, "1");
        try
        {
            using var server = ServerProcess.Start(
                PlanOf(new ServerProgram(script, "sh")), new LaunchOrder([], [], []));

            Assert.Null(server.Ready.GcMode);
            var names = File.ReadLines(seen).Select(line => line.Split('=')[0]).ToArray();
            Assert.DoesNotContain(Attached, names);
            Assert.Contains("NODE_ENV", names);
            Assert.Contains("CORECLR_OF_THE_PLAN", names);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Attached, null);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static LaunchPlan PlanOf(ServerProgram server) =>
        ShortLaunch.Of("express", StudyCatalogue.Default.FactsOf()) with
        {
            Server = server,
            ServerVariables = new Dictionary<string, string> { ["CORECLR_OF_THE_PLAN"] = "1" },
        };
}
