using ContextBench.Handlers;
using ContextBench.Load;
using ContextBench.Measurement.Servers;
using ContextBench.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContextBench.Targets;

/// <summary>
/// The <c>in-memory</c> tier: the application's whole pipeline on ASP.NET Core's test server, in the launch's own
/// process and without sockets; one request after the other.
/// </summary>
/// <remarks>
/// Requests are handed to the test server as an <see cref="HttpContext"/>: a client would cost more than the pipeline.
/// </remarks>
public sealed class InMemoryTarget : OwnProcessTarget
{
    private readonly Application _application;
    private readonly TestServer _server;
    private readonly PathString[] _paths;
    private readonly byte[] _body;
    private readonly ExpectedBytes?[] _expected;
    private readonly byte[] _received = new byte[1024];

    public InMemoryTarget(LaunchPlan plan, LaunchOrder order)
        : this(plan, order, new Application(ServerArguments.For(plan, order)))
    {
    }

    private InMemoryTarget(LaunchPlan plan, LaunchOrder order, Application application)
        : base(application.Services.GetRequiredService<HandlerHost>())
    {
        _application = application;
        _server = application.Server;
        var kind = StudyCatalogue.Get(plan.Study.Name).Workload;
        _paths = [.. order.Slots.Select(slot => new PathString(RoutePath.Of(kind, slot)))];
        _body = plan.Body;
        _expected = new ExpectedBytes?[plan.Study.Variants.Count];
    }

    /// <inheritdoc/>
    public override async ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var expected = _expected[variant]
            ?? throw new InvalidOperationException("a variant is proved before its slices run");
        StartSlice();
        for (var i = 0; i < operations; i++)
        {
            var length = await SendAsync(variant);
            if (!expected.Matches(_received.AsSpan(0, length)))
                throw new TargetFaultException("the application answered other bytes");
        }

        return EndSlice();
    }

    /// <inheritdoc/>
    public override async ValueTask<VariantEvidence> ProveAsync(int variant, int operations)
    {
        Host.StartProof();
        var responses = new byte[operations][];
        for (var i = 0; i < operations; i++)
        {
            var length = await SendAsync(variant);
            var expected = _expected[variant] = ExpectedBytes.Learn(_received.AsSpan(0, length));
            responses[i] = expected.WithoutTimes();
        }

        return new VariantEvidence(responses, Host.EndProof());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await base.DisposeAsync();
    }

    // Sends a request, waits for the end of its response and returns the length of the body received.
    private async Task<int> SendAsync(int variant)
    {
        var context = await _server.SendAsync(context =>
        {
            var request = context.Request;
            request.Path = _paths[variant];
            request.Method = _body.Length > 0 ? HttpMethods.Post : HttpMethods.Get;
            if (_body.Length == 0)
                return;

            request.ContentType = "application/json";
            request.ContentLength = _body.Length;
            request.Body = new MemoryStream(_body, writable: false);
        });
        if (context.Response.StatusCode != StatusCodes.Status200OK)
            throw new TargetFaultException($"the application answered {context.Response.StatusCode}");

        var length = 0;
        while (await context.Response.Body.ReadAsync(_received.AsMemory(length)) is > 0 and var read)
            length += read;
        return length;
    }

    /// <summary>The application of the server's own program, with the launch's arguments.</summary>
    private sealed class Application(IEnumerable<string> arguments) : WebApplicationFactory<VariantRoute>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var argument in arguments)
            {
                var parts = argument.TrimStart('-').Split('=', 2);
                builder.UseSetting(parts[0], parts[1]);
            }
        }
    }
}
