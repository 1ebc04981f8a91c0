using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Logging.Console;

namespace ContextBench.Server;

/// <summary>Composes the application: every variant on a route of the same shape, behind the same middleware.</summary>
public static class ServerApplication
{
    /// <summary>Composes it.</summary>
    /// <param name="args">
    /// The command line: <c>--key value</c>, see <see cref="ServerOptions"/>; <c>--urls</c> says where to listen.
    /// </param>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            });
        IgnoreConfigurationOfThePlace(builder.Configuration);
        // Logging as the project templates ship it, but for its place: standard output belongs to the handlers' sink.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Limits.MaxRequestBodySize = EmailRequestReader.MaxBodyBytes);

        // Its only clients are gone when it is told to stop: there is nothing to wait for.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);

        var options = ServerOptions.From(builder.Configuration);
        builder.Services.AddSingleton(
            _ => new HandlerHost(
                options.Workload, options.Study, options.Routes.Select(route => route.Variant), options.Settings));

        var app = builder.Build();
        var host = app.Services.GetRequiredService<HandlerHost>();
        foreach (var (variant, slot) in options.Routes)
        {
            var path = RoutePath.Of(options.Study.Workload, slot);
            app.Map(path, host[variant]).WithMetadata(new VariantRoute(variant, path));
        }

        return app;
    }

    // Nothing but the command line configures what is measured: neither an appsettings.json of the folder that a run is
    // started in, nor a watcher on that folder, nor variables that happen to be set, with the prefixes ASPNETCORE_ and
    // DOTNET_ or with none.
    private static void IgnoreConfigurationOfThePlace(ConfigurationManager configuration)
    {
        IConfigurationSource[] ofThePlace =
        [
            .. configuration.Sources.Where(
                source => source is JsonConfigurationSource or EnvironmentVariablesConfigurationSource),
        ];
        foreach (var source in ofThePlace)
            configuration.Sources.Remove(source);
    }
}
