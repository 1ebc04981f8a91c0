using System.Text;
using Xunit;

namespace ContextBench.Load.Tests;

public sealed class ExpectedBytesTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Length: 21\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n";

    [Theory]
    [InlineData("""{"now":1764093000000}""", """{"now":1764093999999}""", true)]
    [InlineData("""{"now":1764093000000}""", """{"now":176409399999}""", false)] // a digit less
    [InlineData("""{"now":1764093000000}""", """{"now":176409300000x}""", false)]
    [InlineData("""{"now":1764093000000}""", """{"not":1764093999999}""", false)]
    [InlineData("""{"sent":3}""", """{"sent":4}""", false)] // a number that tells no time
    [InlineData("""{"n":12345678901234}""", """{"n":12345678901235}""", false)] // 14 digits tell none either
    public void A_time_in_a_body_may_differ_and_nothing_else(string learnt, string other, bool matches)
    {
        Assert.Equal(matches, Learn(learnt).Matches(Bytes(other)));
        Assert.Equal(matches, Learn(Head + learnt).Matches(Bytes(Head + other)));
    }

    [Fact]
    public void Times_of_head_and_body_are_blanked_for_comparison()
    {
        var blanked = Encoding.ASCII.GetString(Learn(Head + """{"now":1764093000000}""").WithoutTimes());

        Assert.EndsWith("\r\nDate: -----------------------------\r\n\r\n{\"now\":-------------}", blanked);
    }

    [Fact]
    public void Digits_of_a_head_tell_no_time()
    {
        const string WithCode = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-Id: 1764093000000\r\n\r\n";

        Assert.False(Learn(WithCode).Matches(Bytes(WithCode.Replace("1764093000000", "1764093000001"))));
    }

    private static ExpectedBytes Learn(string text) => ExpectedBytes.Learn(Bytes(text));

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
