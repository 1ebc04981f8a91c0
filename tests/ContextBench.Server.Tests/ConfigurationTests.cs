using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace ContextBench.Server.Tests;

public sealed class ConfigurationTests
{
    private const int HangMilliseconds = 30_000; // no limit to pass, a way out of a server that hangs

    [Fact]
    public async Task Nothing_of_the_place_that_a_run_is_started_in_configures_the_server()
    {
        await using var app = ServerApplication.Create([]);

        var sources = ((IConfigurationBuilder)app.Configuration).Sources;

        // No appsettings.json, no watcher for it, and no variable with whatever prefix.
        Assert.DoesNotContain(sources, source => source is JsonConfigurationSource);
        Assert.DoesNotContain(sources, source => source is EnvironmentVariablesConfigurationSource);
        Assert.Equal(
            Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory),
            Path.TrimEndingDirectorySeparator(app.Environment.ContentRootPath));
    }

    [Theory(Timeout = HangMilliseconds)]
    [InlineData("ASPNETCORE_")]
    [InlineData("DOTNET_")]
    [InlineData("")]
    public async Task Variables_of_the_environment_configure_no_server(string prefix)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var server = ControlledProcess.Start(new Dictionary<string, string>
        {
            [$"{prefix}URLS"] = "http://127.0.0.1:1",
            [$"{prefix}HTTP_PORTS"] = "1",
            [$"{prefix}Kestrel__Endpoints__Other__Url"] = "http://127.0.0.1:1",
            [$"{prefix}Kestrel__Limits__MaxRequestBodySize"] = "1",
            [$"{prefix}routes"] = "no-id=3",
            [$"{prefix}emails"] = "many",
            [$"{prefix}send"] = "never",
            [$"{prefix}work-us"] = "7",
            [$"{prefix}ENVIRONMENT"] = "Development",
        });

        var ready = await server.ReadyAsync(cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(ready.Address) };
        using var response = await client.PostAsync(
            ready.Paths["classic"], RequestBody.Content(RequestBody.Article), cancellation);

        Assert.Equal("""{"sent":3}""", await response.Content.ReadAsStringAsync(cancellation));
        Assert.NotEqual(1, new Uri(ready.Address).Port);
        Assert.Null(ready.WorkSpeed);
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT")]
    [InlineData("DOTNET_ENVIRONMENT")]
    public async Task The_environment_is_Production_whatever_is_set(string variable)
    {
        Environment.SetEnvironmentVariable(variable, "Development");
        try
        {
            await using var app = ServerApplication.Create([]);

            Assert.True(app.Environment.IsProduction());
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public async Task What_the_command_line_says_holds()
    {
        await using var app = ServerApplication.Create(["--send=Sync"]);

        Assert.Equal("Sync", app.Configuration["send"]);
    }
}
