using System.Net.Http.Headers;
using System.Text;
using ContextBench.Handlers;
using ContextBench.Workloads;
using ContextBench.Workloads.Emails;

namespace ContextBench.Server.Tests;

/// <summary>Bodies of requests.</summary>
internal static class RequestBody
{
    public static byte[] Article { get; } =
        """{"emails":["user000@example.com","user001@example.com","user002@example.com"]}"""u8.ToArray();

    public static byte[] Of(params string[] emails) => Encoding.UTF8.GetBytes(
        $$"""{"emails":[{{string.Join(',', emails.Select(email => $"\"{email}\""))}}]}""");

    public static ByteArrayContent Content(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    public static string PathOf(string variant) =>
        RoutePath.Of(
            EmailWorkload.Kind, StudyCatalogue.Default.Variants.Select(one => one.Name).ToList().IndexOf(variant));
}
