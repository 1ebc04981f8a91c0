using ContextBench.Measurement.Inspections;
using Xunit;

namespace ContextBench.Measurement.Tests.Inspections;

public sealed class TypeNamesTests
{
    private const string Box = "AsyncStateMachineBox`1[System.Threading.Tasks.VoidTaskResult,";

    [Theory]
    [InlineData("ClassicHandler", "ContextBench.Handlers.Variants.ClassicHandler+<HandleAsync>d__5")]
    [InlineData("AsyncLocalHandler", "ContextBench.Handlers.Variants.AsyncLocalHandler+<HandleAsync>d__6")]
    public void The_same_part_of_two_variants_has_one_name(string handler, string type) =>
        Assert.Equal(
            Box + "ContextBench.Handlers.Variants.‹variant›Handler+<HandleAsync>]",
            TypeNames.Generalize(Box + type + "]", handler));

    [Theory]
    [InlineData("System.String")]
    [InlineData("ContextBench.Handlers.EmailTransport+YieldTransport+<SendAsync>d__0")]
    [InlineData("ClassicLog")]
    public void Other_types_keep_their_names(string type) =>
        Assert.Equal(type, TypeNames.Generalize(type, "ClassicHandler"));
}
