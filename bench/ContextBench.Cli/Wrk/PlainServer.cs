using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;

namespace ContextBench.Cli.Wrk;

/// <summary>The server as anybody would start it: every variant on its route, steered by nobody.</summary>
internal sealed class PlainServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly Uri _address;

    private PlainServer(Process process, Uri address)
    {
        _process = process;
        _address = address;
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="layout">Where it is.</param>
    /// <param name="processor">The processor that it runs on, or null to leave it free.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="UsageException">It does not listen.</exception>
    public static async Task<PlainServer> StartAsync(
        RepositoryLayout layout, int? processor, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = DotnetProcess.StartInfo(layout.ServerAssembly, [$"--urls={address.ToString().TrimEnd('/')}"]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var server = new PlainServer(ProcessorPinning.Start(start, processor), address);
        try
        {
            await server.ListensAsync(cancellation);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A variant's route: slots are in the order of the catalogue.</summary>
    /// <param name="variant">The variant's name.</param>
    public Uri RouteOf(string variant) => new(
        _address, ServerProtocol.PathOf(VariantCatalogue.All.ToList().IndexOf(VariantCatalogue.Get(variant))));

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task ListensAsync(CancellationToken cancellation)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, _address.Port, cancellation);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellation);
            }
        }

        throw new UsageException($"the server does not listen on {_address}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
