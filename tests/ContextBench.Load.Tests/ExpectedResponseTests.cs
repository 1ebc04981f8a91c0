using System.Text;
using Xunit;

namespace ContextBench.Load.Tests;

public sealed class ExpectedResponseTests
{
    private const string Response =
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n" +
        "Server: Kestrel\r\n\r\n{\"sent\":3}";

    [Fact]
    public void The_same_response_at_another_time_matches() =>
        Assert.True(Learn(Response).Matches(Bytes(Response.Replace("08:49:37", "08:49:38", StringComparison.Ordinal))));

    [Theory]
    [InlineData("\"sent\":3", "\"sent\":4")]
    [InlineData("200 OK", "500 OK")]
    [InlineData("Kestrel", "kestrel")]
    [InlineData("}", "}}")]
    public void Any_other_byte_does_not_match(string part, string other) =>
        Assert.False(Learn(Response).Matches(Bytes(Response.Replace(part, other, StringComparison.Ordinal))));

    [Fact]
    public void A_response_without_a_date_is_compared_whole()
    {
        var response = Bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.True(ExpectedResponse.Learn(response).Matches(response));
        Assert.False(ExpectedResponse.Learn(response).Matches(Bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno")));
    }

    [Fact]
    public void An_answer_other_than_200_is_a_fault_that_names_it()
    {
        var fault = Assert.Throws<TargetFaultException>(() =>
            Learn("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"));

        Assert.Equal("the server answered 'HTTP/1.1 503 Service Unavailable' instead of 200", fault.Message);
    }

    [Fact]
    public void The_length_is_that_of_head_and_body()
    {
        Assert.Equal(Response.Length, ExpectedResponse.LengthOf(Bytes(Response)));
        Assert.Null(ExpectedResponse.LengthOf(Bytes("HTTP/1.1 200 OK\r\nContent-Le")));
        Assert.Throws<TargetFaultException>(() => ExpectedResponse.LengthOf(Bytes("HTTP/1.1 200 OK\r\n\r\n")));
    }

    [Fact]
    public void Without_its_date_a_response_equals_that_of_another_second() =>
        Assert.Equal(
            Learn(Response).WithoutTimes(),
            Learn(Response.Replace("08:49:37", "23:59:59", StringComparison.Ordinal)).WithoutTimes());

    private static ExpectedResponse Learn(string response) => ExpectedResponse.Learn(Bytes(response));

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
