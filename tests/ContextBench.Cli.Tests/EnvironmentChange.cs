namespace ContextBench.Cli.Tests;

/// <summary>
/// Environment variables of this process, and so of all that it starts, for the time of a test; tests here run one
/// after the other.
/// </summary>
internal sealed class EnvironmentChange : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentChange(params (string Name, string? Value)[] variables)
    {
        foreach (var (name, value) in variables)
        {
            _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }
}
