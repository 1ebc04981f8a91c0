using Xunit;

namespace ContextBench.Micro.Tests;

public sealed class BenchmarkCasesTests
{
    public static TheoryData<string> Names => [.. BenchmarkCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_benchmark_is_set_up_and_returns_a_result(string name)
    {
        var result = BareThread.Run(() => BenchmarkCases.Run(name));

        if (name.EndsWith("NoneLive", StringComparison.Ordinal) && !name.Contains("Capture"))
            Assert.Null(result);
        else
            Assert.NotNull(result);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_benchmark_refuses_to_begin_with_a_foreign_value_live(string name)
    {
        var exception = Assert.Throws<InvalidOperationException>(() => BareThread.Run(() =>
        {
            new AsyncLocal<string>().Value = "foreign";
            return BenchmarkCases.Run(name);
        }));

        Assert.Contains("a value is live", exception.Message);
    }

    [Fact]
    public void Names_of_published_benchmarks_are_permanent() =>
        Assert.Equal(
            [
                "AwaitBenchmarks.YieldNoneLive",
                "AwaitBenchmarks.YieldOneLive",
                "ContextBenchmarks.BareSetReadReset",
                "ContextBenchmarks.BareSetReadResetUnguarded",
                "ContextBenchmarks.MapEnterSetGetLeave",
                "ContextBenchmarks.StoreEnterReadLeave",
                "ContextCaptureBenchmarks.CaptureNoneLive",
                "ContextCaptureBenchmarks.CaptureOneLive",
                "ContextReadBenchmarks.BareRead",
                "ContextReadBenchmarks.BareReadNoneLive",
                "ContextReadBenchmarks.MapGet",
                "ContextReadBenchmarks.MapGetNoneLive",
                "ContextReadBenchmarks.StoreRead",
                "ContextReadBenchmarks.StoreReadNoneLive",
                "HandlerBenchmarks.AsyncLocal LogLines=1",
                "HandlerBenchmarks.AsyncLocal LogLines=10",
                "HandlerBenchmarks.AsyncLocal LogLines=4",
                "HandlerBenchmarks.AsyncLocalMap LogLines=1",
                "HandlerBenchmarks.AsyncLocalMap LogLines=10",
                "HandlerBenchmarks.AsyncLocalMap LogLines=4",
                "HandlerBenchmarks.Classic LogLines=1",
                "HandlerBenchmarks.Classic LogLines=10",
                "HandlerBenchmarks.Classic LogLines=4",
                "HandlerBenchmarks.Control LogLines=1",
                "HandlerBenchmarks.Control LogLines=10",
                "HandlerBenchmarks.Control LogLines=4",
                "HandlerBenchmarks.NoId LogLines=1",
                "HandlerBenchmarks.NoId LogLines=10",
                "HandlerBenchmarks.NoId LogLines=4",
            ],
            BenchmarkCases.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_benchmark_class_of_the_assembly_is_in_the_full_set() =>
        Assert.Equal(
            typeof(MicroSet).Assembly.GetExportedTypes()
                .Where(type => type.Name.EndsWith("Benchmarks") && !type.IsAbstract).ToHashSet(),
            StudyBenchmarks.All.SelectMany(study => MicroSet.Full.Of(study).Classes).ToHashSet());

    [Theory]
    [InlineData("ContextBenchmarks.StoreEnterReadLeave", "ContextBenchmarks.BareSetReadReset")]
    [InlineData("ContextBenchmarks.MapEnterSetGetLeave", "ContextBenchmarks.BareSetReadReset")]
    [InlineData("ContextReadBenchmarks.StoreRead", "ContextReadBenchmarks.BareRead")]
    [InlineData("ContextReadBenchmarks.MapGet", "ContextReadBenchmarks.BareRead")]
    public void The_store_and_the_map_return_what_a_bare_AsyncLocal_returns(string name, string bare) =>
        Assert.Equal(BareThread.Run(() => BenchmarkCases.Run(bare)), BareThread.Run(() => BenchmarkCases.Run(name)));

    [Theory]
    [InlineData("BareSetReadReset")]
    [InlineData("BareSetReadResetUnguarded")]
    [InlineData("StoreEnterReadLeave")]
    [InlineData("MapEnterSetGetLeave")]
    public void Entering_and_leaving_leaves_no_value_live(string name) =>
        BareThread.Run(() =>
        {
            BenchmarkCases.Run($"ContextBenchmarks.{name}");
            LiveValues.RequireNone();
        });

    [Theory]
    [InlineData("BareRead")]
    [InlineData("StoreRead")]
    [InlineData("MapGet")]
    public void A_value_made_live_in_the_setup_stays_live_on_its_thread(string name) =>
        BareThread.Run(() =>
        {
            BenchmarkCases.Run($"ContextReadBenchmarks.{name}");
            Assert.Throws<InvalidOperationException>(LiveValues.RequireNone);
        });

    [Fact]
    public void A_value_is_visible_after_the_last_of_the_awaits() =>
        Assert.Equal(
            BareThread.Run(() => BenchmarkCases.Run("ContextReadBenchmarks.BareRead")),
            BareThread.Run(() => BenchmarkCases.Run("AwaitBenchmarks.YieldOneLive")));
}
