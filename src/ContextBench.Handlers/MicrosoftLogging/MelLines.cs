using System.Runtime.CompilerServices;
using ContextBench.Workloads.Logging;
using Microsoft.Extensions.Logging;

namespace ContextBench.Handlers.MicrosoftLogging;

/// <summary>
/// The stack's one provider, the same for every variant: it formats a line once and writes it to the shared sink, with
/// the id of the scope in front where there is one.
/// </summary>
internal sealed class MelLines(LogLines lines) : ILoggerProvider, ISupportExternalScope, ILogger
{
    private const string RequestId = "RequestId";

    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>A logger that writes to the lines, as an application's host would make it.</summary>
    public static ILogger CreateLogger(LogLines lines) =>
        LoggerFactory.Create(logging => logging.AddProvider(new MelLines(lines))).CreateLogger("Emails");

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => lines.Write(IdInScope(), formatter(state, exception));

    public void Dispose()
    {
    }

    private string? IdInScope()
    {
        var id = new StrongBox<string?>(); // no class of this assembly: its copies would each have a ForEachScope
        _scopes.ForEachScope(static (scope, id) => id.Value ??= IdIn(scope), id);
        return id.Value;
    }

    private static string? IdIn(object? scope)
    {
        if (scope is IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i].Key == RequestId)
                    return values[i].Value as string;
            }
        }

        return null;
    }
}
