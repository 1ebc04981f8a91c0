using ContextBench.Workloads;

namespace ContextBench.Server.Tests;

/// <summary>The application under test, wherever it runs.</summary>
public interface ITestedServer : IDisposable
{
    /// <summary>A client that knows its address.</summary>
    HttpClient Client { get; }

    /// <summary>Its handlers.</summary>
    HandlerHost Host { get; }
}
