using System.Reflection;
using System.Text;
using ContextBench.Context;
using ContextBench.Workloads.Logging;
using Xunit;

namespace ContextBench.Handlers.Tests.Lines;

/// <summary>
/// The logs that read the ambient id, outside a request: reached by reflection, as they are no one else's business.
/// </summary>
public sealed class AmbientLogTests : IDisposable
{
    private readonly NullSink _sink = new();

    public void Dispose() => _sink.Dispose();

    [Fact]
    public void The_log_of_async_local_writes_the_bare_message_outside_a_request_and_the_id_inside()
    {
        var store = new AmbientStore<string>();
        var info = InfoOf("AsyncLocalLog", store);

        Assert.Equal("shutting down\n", Written(() => info("shutting down")));
        using (store.Use("42"))
            Assert.Equal("[42] hello\n", Written(() => info("hello")));
        Assert.Equal("shutting down\n", Written(() => info("shutting down")));
    }

    [Fact]
    public void The_log_of_async_local_map_writes_the_bare_message_outside_a_request_and_the_id_inside()
    {
        var map = new AmbientMap();
        var info = InfoOf("AsyncLocalMapLog", map);

        Assert.Equal("shutting down\n", Written(() => info("shutting down")));
        using (map.Enter())
        {
            Assert.Equal("no id yet\n", Written(() => info("no id yet")));
            map.Set("requestId", "42");
            Assert.Equal("[42] hello\n", Written(() => info("hello")));
        }

        Assert.Equal("shutting down\n", Written(() => info("shutting down")));
    }

    private Action<string> InfoOf(string typeName, object context)
    {
        var type = typeof(StudyCatalogue).Assembly
            .GetType($"ContextBench.Handlers.Lines.{typeName}", throwOnError: true)!;
        var log = Activator.CreateInstance(
            type, BindingFlags.Instance | BindingFlags.Public, null, [new LogLines(_sink), context], null)!;
        return type.GetMethod("Info")!.CreateDelegate<Action<string>>(log);
    }

    private string Written(Action write)
    {
        var capture = _sink.StartCapture();
        write();
        _sink.StopCapture();
        return Encoding.UTF8.GetString(capture.ToArray());
    }
}
