using System.Text;
using ContextBench.Handlers;
using ContextBench.Measurement.Http;
using Xunit;

namespace ContextBench.Measurement.Tests.Http;

public sealed class PreparedRequestTests
{
    [Fact]
    public void A_request_is_the_articles_post()
    {
        var request = PreparedRequest.Create("/slot00/emails", "127.0.0.1:80", new EmailRequest(["a@example.com"]));

        Assert.Equal(
            "POST /slot00/emails HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Type: application/json\r\n" +
            "Content-Length: 28\r\n\r\n{\"emails\":[\"a@example.com\"]}",
            Encoding.UTF8.GetString(request));
    }

    [Fact]
    public void Another_path_of_the_same_length_is_written_into_it()
    {
        var request = PreparedRequest.Create("/slot00/emails", "127.0.0.1:80", new EmailRequest(["a@example.com"]));

        PreparedRequest.SetPath(request, "/slot17/emails"u8);

        Assert.Equal(
            PreparedRequest.Create("/slot17/emails", "127.0.0.1:80", new EmailRequest(["a@example.com"])), request);
    }
}
