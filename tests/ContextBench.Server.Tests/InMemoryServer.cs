using ContextBench.Workloads;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ContextBench.Server.Tests;

/// <summary>The application of <c>Program.cs</c> on ASP.NET Core's test server.</summary>
public sealed class InMemoryServer : WebApplicationFactory<Program>, ITestedServer
{
    private HttpClient? _client;

    public HttpClient Client => _client ??= CreateClient();

    public HandlerHost Host => Services.GetRequiredService<HandlerHost>();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Production");
}
