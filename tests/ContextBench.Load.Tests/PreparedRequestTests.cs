using System.Text;
using Xunit;

namespace ContextBench.Load.Tests;

public sealed class PreparedRequestTests
{
    private static readonly byte[] Body = """{"emails":["a@example.com"]}"""u8.ToArray();

    [Fact]
    public void A_request_posts_its_body_as_json()
    {
        var request = PreparedRequest.Create("/slot00/emails", "127.0.0.1:80", Body);

        Assert.Equal(
            "POST /slot00/emails HTTP/1.1\r\nHost: 127.0.0.1:80\r\nContent-Type: application/json\r\n" +
            "Content-Length: 28\r\n\r\n{\"emails\":[\"a@example.com\"]}",
            Encoding.UTF8.GetString(request));
    }

    [Fact]
    public void Another_path_of_the_same_length_is_written_into_it()
    {
        var request = PreparedRequest.Create("/slot00/emails", "127.0.0.1:80", Body);

        PreparedRequest.SetPath(request, "/slot17/emails"u8);

        Assert.Equal(
            PreparedRequest.Create("/slot17/emails", "127.0.0.1:80", Body), request);
    }

    [Fact]
    public void A_request_without_a_body_is_a_get_whose_path_can_be_changed_too()
    {
        var request = PreparedRequest.Create("/slot00/now", "127.0.0.1:80", []);
        PreparedRequest.SetPath(request, "/slot17/now"u8);

        Assert.Equal(
            "GET /slot17/now HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n", System.Text.Encoding.UTF8.GetString(request));
    }
}
