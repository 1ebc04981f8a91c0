using ContextBench.Workloads;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ContextBench.Server.Tests;

/// <summary>The application on Kestrel, at a port that the system chooses.</summary>
public sealed class KestrelServer : ITestedServer, IAsyncLifetime
{
    private readonly WebApplication _app = ServerApplication.Create(
        ["--urls=http://127.0.0.1:0", "--environment=Production"]);

    public HttpClient Client { get; } = new();

    public HandlerHost Host => _app.Services.GetRequiredService<HandlerHost>();

    public Uri Address => Client.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose() => Client.Dispose();
}
