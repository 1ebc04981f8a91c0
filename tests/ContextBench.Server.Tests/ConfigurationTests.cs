using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Xunit;

namespace ContextBench.Server.Tests;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task Nothing_of_the_place_that_a_run_is_started_in_configures_the_server()
    {
        await using var app = ServerApplication.Create([]);

        var sources = ((IConfigurationBuilder)app.Configuration).Sources;

        // No appsettings.json, and no watcher for it.
        Assert.DoesNotContain(sources, source => source is JsonConfigurationSource);
        Assert.Equal(
            Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory),
            Path.TrimEndingDirectorySeparator(app.Environment.ContentRootPath));
    }

    [Fact]
    public async Task What_the_command_line_says_holds()
    {
        await using var app = ServerApplication.Create(["--send=Sync"]);

        Assert.Equal("Sync", app.Configuration["send"]);
    }
}
