using System.Net.Http.Headers;
using System.Text;
using ContextBench.Handlers;

namespace ContextBench.Server.Tests;

/// <summary>Bodies of requests.</summary>
internal static class RequestBody
{
    public const string Article = """{"emails":["user000@example.com","user001@example.com","user002@example.com"]}""";

    public static byte[] Of(params string[] emails) => Encoding.UTF8.GetBytes(
        $$"""{"emails":[{{string.Join(',', emails.Select(email => $"\"{email}\""))}}]}""");

    public static ByteArrayContent Content(string json) => Content(Encoding.UTF8.GetBytes(json));

    public static ByteArrayContent Content(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static string PathOf(string variant) =>
        ServerProtocol.PathOf(VariantCatalogue.All.Select(one => one.Name).ToList().IndexOf(variant));
}
