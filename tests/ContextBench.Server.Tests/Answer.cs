using System.Globalization;
using System.Net;
using System.Text;

namespace ContextBench.Server.Tests;

/// <summary>Everything of a response but its date.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">All headers, in their order, one a line.</param>
/// <param name="Body">The body, a character a byte.</param>
public sealed record Answer(HttpStatusCode Status, string Headers, string Body)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            var headers = response.Headers.Concat(response.Content.Headers)
                .Where(header => header.Key != "Date")
                .Select(header =>
                    string.Create(CultureInfo.InvariantCulture, $"{header.Key}: {string.Join(", ", header.Value)}\n"));
            return new Answer(response.StatusCode, string.Concat(headers), Encoding.Latin1.GetString(body));
        }
    }
}
