using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using NBomber.Contracts;
using NBomber.CSharp;

namespace ContextBench.NBomber;

/// <summary>What each copy does over and over: post the body, read the answer.</summary>
internal sealed class PostScenario : IDisposable
{
    private readonly Arguments _arguments;
    private readonly HttpClient _client;

    public PostScenario(Arguments arguments)
    {
        _arguments = arguments;

        // One client for all copies, a connection for each, and nothing in between them and the server.
        _client = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = arguments.Copies,
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        });
    }

    /// <summary>As NBomber takes it: all copies at all times, and measured from the first request on.</summary>
    public ScenarioProps ForNBomber() => Scenario.Create(_arguments.Name, PostAsync)
        .WithoutWarmUp()
        .WithLoadSimulations(
            Simulation.KeepConstant(_arguments.Copies, TimeSpan.FromSeconds(_arguments.Seconds)));

    public void Dispose() => _client.Dispose();

    private async Task<IResponse> PostAsync(IScenarioContext context)
    {
        using var content = new ByteArrayContent(_arguments.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.PostAsync(_arguments.Url, content);
        var answer = await response.Content.ReadAsByteArrayAsync();

        return response.StatusCode == HttpStatusCode.OK
            ? Response.Ok(statusCode: "200", sizeBytes: answer.Length)
            : Response.Fail(
                statusCode: ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
                message: response.ReasonPhrase ?? "",
                sizeBytes: answer.Length);
    }
}
