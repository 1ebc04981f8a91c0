namespace ContextBench.Measurement.Servers;

/// <summary>A server process of one launch, steered through its standard input and output.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private ServerProcess(Process process)
    {
        _process = process;
        Ready = Read<ServerProtocol.Ready>();
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
            ? ControlledProcess.StartInfo(host, [server.Path, .. arguments])
            : DotnetProcess.StartInfo(server.Path, arguments);
        start.Environment["NODE_ENV"] = "production";
        foreach (var (name, value) in plan.ServerVariables)
            start.Environment[name] = value;
        var process = ProcessorPinning.Start(start, plan.ServerProcessor);
        try
        {
            return new ServerProcess(process);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Has the server answer a command of <see cref="ServerProtocol"/>.</summary>
    /// <exception cref="TargetFaultException">It is gone, or answered something else.</exception>
    public T Ask<T>(string command)
    {
        try
        {
            _process.StandardInput.WriteLine(command);
        }
        catch (IOException exception)
        {
            throw new TargetFaultException("the server died", exception);
        }

        return Read<T>();
    }

    public void Dispose()
    {
        Cpu.Dispose();
        _process.End(TimeToEnd);
        _process.Dispose();
    }

    private T Read<T>()
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new TargetFaultException(
            _process.WaitForExit(TimeToEnd)
                ? $"the server died with exit code {_process.ExitCode}"
                : "the server closed its output");
        try
        {
            return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
        }
        catch (JsonException exception)
        {
            throw new TargetFaultException($"the server wrote '{line}' to its control output", exception);
        }
    }
}
