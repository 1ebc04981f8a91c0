using System.Diagnostics;
using System.Text.Json;
using ContextBench.Agent;

namespace ContextBench.Server.Tests;

/// <summary>The server in a process of its own, steered as a launch steers it.</summary>
internal sealed class ControlledProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ControlledProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public static ControlledProcess Start(params string[] options) => Start([], options);

    /// <summary>Starts it with environment variables of its own, beside those of the tests.</summary>
    public static ControlledProcess Start(Dictionary<string, string> variables, params string[] options)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(
            host,
            [typeof(ServerApplication).Assembly.Location, "--controlled=true", "--urls=http://127.0.0.1:0", .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new ControlledProcess(Process.Start(start)!);
    }

    public async Task<T> ReadAsync<T>(CancellationToken cancellation)
    {
        var line = await _process.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new InvalidOperationException($"the server ended: {await _errors}");
        return JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!;
    }

    public Task<ServerProtocol.Ready> ReadyAsync(CancellationToken cancellation) =>
        ReadAsync<ServerProtocol.Ready>(cancellation);

    public async Task SendAsync(string command, CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync(command.AsMemory(), cancellation);
        await _process.StandardInput.FlushAsync(cancellation);
    }

    public async Task<T> CommandAsync<T>(string command, CancellationToken cancellation)
    {
        await SendAsync(command, cancellation);
        return await ReadAsync<T>(cancellation);
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>Its exit code, and what it had still to say.</returns>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync(CancellationToken cancellation)
    {
        var output = await _process.StandardOutput.ReadToEndAsync(cancellation);
        await _process.WaitForExitAsync(cancellation);
        return (_process.ExitCode, output, await _errors);
    }

    public void CloseInput() => _process.StandardInput.Close();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
