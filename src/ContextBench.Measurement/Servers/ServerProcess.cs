namespace ContextBench.Measurement.Servers;

/// <summary>A server process of one launch, steered through its standard input and output.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int StopMilliseconds = 2_000;

    private readonly Process _process;

    private ServerProcess(Process process, ServerProtocol.Ready ready)
    {
        _process = process;
        Ready = ready;
        Cpu = new ProcessCpuClock(process.Id);
    }

    /// <summary>What the server reported of itself.</summary>
    public ServerProtocol.Ready Ready { get; }

    /// <summary>The server's CPU clock.</summary>
    public ProcessCpuClock Cpu { get; }

    /// <summary>The number of the process.</summary>
    public int ProcessId => _process.Id;

    public static ServerProcess Start(LaunchPlan plan, LaunchOrder order)
    {
        var server = plan.Server ?? throw new ArgumentException("the plan names no server", nameof(plan));
        string[] arguments = ["--controlled=true", "--urls=http://127.0.0.1:0", .. ServerArguments.For(plan, order)];
        var start = server.Host is { } host
            ? ControlledStart(host, [server.Path, .. arguments])
            : DotnetProcess.StartInfo(server.Path, arguments);
        start.Environment["NODE_ENV"] = "production";
        foreach (var (name, value) in plan.ServerVariables)
            start.Environment[name] = value;
        var process = ProcessorPinning.Start(start, plan.ServerProcessor);
        try
        {
            var line = process.StandardOutput.ReadLine() ?? throw Died(process);
            return new ServerProcess(process, Parse<ServerProtocol.Ready>(line));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public void StartProof() => Command<JsonElement>(ServerProtocol.StartProof);

    public byte[] EndProof() => Command<ServerProtocol.ProofReply>(ServerProtocol.EndProof).Log;

    public RuntimeCounters? ReadCounters() => Command<RuntimeCounters?>(ServerProtocol.ReadCounters);

    public IReadOnlyList<CollectionSpan> TakeCollections() =>
        Command<CollectionSpan[]>(ServerProtocol.TakeCollections);

    public IReadOnlyDictionary<string, WorkTime> TakeWorkTimes() =>
        Command<Dictionary<string, WorkTime>>(ServerProtocol.TakeWorkTimes);

    public void Dispose()
    {
        Cpu.Dispose();
        if (!_process.HasExited)
        {
            CloseInput();
            if (!_process.WaitForExit(StopMilliseconds))
                _process.Kill();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo ControlledStart(string host, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(host, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        AttachedCode.RemoveFrom(start);
        return start;
    }

    // The end of its input ends the server; a server that has died meanwhile needs no ending.
    private void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private T Command<T>(string command)
    {
        try
        {
            _process.StandardInput.WriteLine(command);
            _process.StandardInput.Flush();
        }
        catch (IOException exception)
        {
            throw new TargetFaultException("the server died", exception);
        }

        return Parse<T>(_process.StandardOutput.ReadLine() ?? throw Died(_process));
    }

    private static T Parse<T>(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
        }
        catch (JsonException exception)
        {
            throw new TargetFaultException($"the server wrote '{line}' to its control output", exception);
        }
    }

    private static TargetFaultException Died(Process process) => new(
        process.WaitForExit(StopMilliseconds)
            ? $"the server died with exit code {process.ExitCode}"
            : "the server closed its output");
}
