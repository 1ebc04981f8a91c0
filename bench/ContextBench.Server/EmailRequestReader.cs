using System.Text.Json;
using ContextBench.Workloads.Emails;

namespace ContextBench.Server;

/// <summary>Reads and checks the body of a request.</summary>
internal static class EmailRequestReader
{
    /// <summary>The longest body that is read: room for the most emails, each of a common length.</summary>
    public const long MaxBodyBytes = 256 * 1024;

    private const string TooLong = "The body is longer than 256 KiB.";

    /// <summary>Reads a request.</summary>
    /// <returns>The request, or one sentence that says what is wrong with the body.</returns>
    public static async ValueTask<(EmailRequest? Request, string? Problem)> ReadAsync(HttpRequest http)
    {
        if (http.ContentLength > MaxBodyBytes)
        {
            // The body stays unread, so the connection cannot serve another request: the client has to know.
            http.HttpContext.Response.Headers.Connection = "close";
            return (null, TooLong);
        }

        try
        {
            var request = await JsonSerializer.DeserializeAsync(
                http.BodyReader, ServerJson.Default.EmailRequest, http.HttpContext.RequestAborted);
            return request is null ? (null, "The body is null.") : (request, request.Problem());
        }
        catch (JsonException)
        {
            return (null, "The body is not JSON of the form {\"emails\":[\"user@example.com\"]}.");
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLong
                : "The body could not be read.");
        }
    }
}
