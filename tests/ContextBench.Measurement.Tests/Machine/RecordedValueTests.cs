using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class RecordedValueTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("true")]
    [InlineData("False")]
    [InlineData("4000000")]
    [InlineData("0x3D0900")]
    [InlineData("C800000")] // the runtime reads its numbers as hexadecimal
    [InlineData("0-3,8")] // DOTNET_GCHeapAffinitizeRanges
    [InlineData("0:1-10,1:50-52")]
    public void A_switch_a_number_or_a_range_is_recorded(string value) => Assert.Equal(value, RecordedValue.Of(value));

    [Theory]
    [InlineData("/srv/app/libgc.so")]
    [InlineData("C:\\tools\\gc.dll")]
    [InlineData("~/traces")]
    [InlineData("libclrgc.so")]
    [InlineData("build-host")]
    [InlineData("example.org")]
    [InlineData("192.0.2.1:4317")]
    [InlineData("0123456789abcdef0123456789abcdef")] // no number is that long: a key may be
    [InlineData("1\n/srv/app")]
    [InlineData("1 /srv/app")]
    [InlineData("")]
    public void Anything_else_is_not(string value) => Assert.Equal("(not recorded)", RecordedValue.Of(value));
}
