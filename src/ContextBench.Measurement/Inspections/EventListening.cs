using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;
using Microsoft.Diagnostics.Tracing.Parsers.Tpl;

namespace ContextBench.Measurement.Inspections;

/// <summary>Listens to the runtime's events of a process.</summary>
/// <remarks>
/// An event for every object is written only by a process that was started with the keyword of allocations enabled
/// (<see cref="Variables"/>): only then does the JIT use allocation helpers that look whether anybody listens. Type
/// names are kept from session to session, since the runtime sends a name once.
/// </remarks>
internal sealed class EventListening(int processId)
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const string Tasks = "System.Threading.Tasks.TplEventSource";
    private const long AllocationKeyword = (long)ClrTraceEventParser.Keywords.GCSampledObjectAllocationHigh;
    private const long TypeKeywords =
        (long)(ClrTraceEventParser.Keywords.Type | ClrTraceEventParser.Keywords.GCHeapAndTypeNames);
    private const long SilentKeyword = (long)ClrTraceEventParser.Keywords.Stack; // no event has it by itself
    private const long AwaitKeywords = 0x3; // TaskTransfer and Tasks, as in TplEventSource.cs
    private const int BufferMegabytes = 64;
    private const int WordBytes = 8;

    private readonly Dictionary<ulong, string> _names = [];

    /// <summary>What a process has to be started with.</summary>
    /// <param name="folder">Takes a file that nobody reads.</param>
    public static IReadOnlyDictionary<string, string> Variables(string folder) => new Dictionary<string, string>
    {
        ["DOTNET_EnableEventPipe"] = "1",
        ["DOTNET_EventPipeConfig"] = $"{Runtime}:0x{AllocationKeyword:x}:4",
        ["DOTNET_EventPipeOutputPath"] = Path.Combine(folder, "{pid}.nettrace"),
        ["DOTNET_EventPipeCircularMB"] = "1",
        ["DOTNET_EventPipeRundown"] = "0",

        // With profiles the JIT may do without an object in one process and not in another: on the in-memory tier two
        // boxed sequences a request were there in one and not in the other. Without them all repeats.
        ["DOTNET_TieredPGO"] = "0",

        // The most there is: the runtime divides 1000 ms by it, in whole numbers.
        ["DOTNET_ETW_ObjectAllocationEventsPerTypePerSec"] = "1000",
    };

    /// <summary>Listens while something is done.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="toAwaits">
    /// Whether to listen to awaits too: then the runtime wraps each, and allocates for that.
    /// </param>
    /// <param name="doAsync">What is done meanwhile.</param>
    public async Task<(T Result, RuntimeEvents Events)> WhileAsync<T>(bool toAwaits, Func<Task<T>> doAsync)
    {
        List<EventPipeProvider> providers =
            [new(Runtime, EventLevel.Informational, AllocationKeyword | TypeKeywords)];
        if (toAwaits)
            providers.Add(new EventPipeProvider(Tasks, EventLevel.Informational, AwaitKeywords));

        await ForgetRatesAsync();
        using var stream = new MemoryStream();
        var result = await ListenAsync(providers, stream, doAsync);
        stream.Position = 0;
        return (result, Read(stream));
    }

    // The runtime counts how often each type is allocated, and begins to sample the frequent ones. Whenever somebody
    // starts or stops listening and nobody had asked for the names of types, it forgets those counts
    // (OnTypesKeywordTurnedOff in CoreCLR's eventtrace.cpp), and a warm-up, which runs at full speed, with them.
    private async Task ForgetRatesAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            await ListenAsync(
                [new EventPipeProvider(Runtime, EventLevel.Informational, SilentKeyword)], Stream.Null,
                () => Task.FromResult(0));
        }
    }

    private async Task<T> ListenAsync<T>(
        IEnumerable<EventPipeProvider> providers, Stream stream, Func<Task<T>> doAsync)
    {
        using var session = await new DiagnosticsClient(processId).StartEventPipeSessionAsync(
            providers, requestRundown: false, BufferMegabytes, CancellationToken.None);
        var copying = session.EventStream.CopyToAsync(stream);
        var result = await doAsync();
        await session.StopAsync(CancellationToken.None);
        await copying;
        return result;
    }

    private RuntimeEvents Read(Stream stream)
    {
        var allocations = new List<(long Ticks, long Thread, ulong Type, long Objects, long Bytes)>();
        var awaits = new List<long>();
        using var source = new EventPipeEventSource(stream);
        source.Clr.TypeBulkType += NoteNames;
        source.Clr.GCSampledObjectAllocation += allocation => allocations.Add((
            TicksOf(allocation), allocation.ThreadID, allocation.TypeID,
            allocation.ObjectCountForTypeSample, allocation.TotalSizeForTypeSample));

        // Yields are left out: their event is also that of a continuation that a busy machine did not run in place.
        var tasks = new TplEtwProviderTraceEventParser(source);
        tasks.TaskWaitSend += wait =>
        {
            if (wait.Behavior == TaskWaitBehavior.Asynchronous)
                awaits.Add(TicksOf(wait));
        };
        source.Process();
        if (source.EventsLost > 0)
            throw new TargetFaultException($"{source.EventsLost} events of the runtime were lost");

        return new RuntimeEvents(
            [.. allocations.Select(a => new AllocationEvent(
                a.Ticks, a.Thread, NameOf(a.Type), a.Objects, InMemory(a.Objects, a.Bytes)))],
            awaits);
    }

    // The library would rather have its own relative times used; the clock itself is what a process's Stopwatch shows.
#pragma warning disable CS0618
    private static long TicksOf(TraceEvent data) => data.TimeStampQPC;
#pragma warning restore CS0618

    // The event has the bytes of the object's fields and elements; in memory it takes whole words.
    private static long InMemory(long objects, long bytes) =>
        objects == 1 ? (bytes + WordBytes - 1) / WordBytes * WordBytes : bytes;

    private string NameOf(ulong type) => _names.GetValueOrDefault(type, "(a type without a name)");

    private void NoteNames(GCBulkTypeTraceData types)
    {
        for (var i = 0; i < types.Count; i++)
            _names[types.Values(i).TypeID] = types.Values(i).TypeName;
    }
}
