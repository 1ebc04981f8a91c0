using System.Text.Json;
using ContextBench.Agent;

namespace ContextBench.Server;

/// <summary>
/// Runs the server for a launch, which steers it through its standard input (<see cref="ServerProtocol"/>).
/// </summary>
internal static class ControlledServer
{
    public static async Task RunAsync(WebApplication app, TextReader input, TextWriter output)
    {
        await app.StartAsync();
        var host = app.Services.GetRequiredService<HandlerHost>();
        output.WriteLine(JsonSerializer.Serialize(ReportOf(app, host), ServerJson.Default.Ready));

        // A thread of its own, blocked in a read while slices run: it costs the process under test nothing.
        using var control = new ServerControl(host);
        var commands = new Thread(() =>
        {
            while (input.ReadLine() is { } command)
                output.WriteLine(control.Answer(command));
            app.Lifetime.StopApplication();
        })
        { IsBackground = true, Name = "control" };
        commands.Start();

        await app.WaitForShutdownAsync();
    }

    private static ServerProtocol.Ready ReportOf(WebApplication app, HandlerHost host)
    {
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<VariantRoute>())
            .OfType<VariantRoute>();
        return new ServerProtocol.Ready(
            app.Urls.Single(),
            routes.ToDictionary(route => route.Variant, route => route.Path),
            host.HandlerTypes,
            host.WorkSpeed,
            CollectorMode.OfThisProcess);
    }
}
