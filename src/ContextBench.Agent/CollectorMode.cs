using System.Runtime;

namespace ContextBench.Agent;

/// <summary>How the garbage collector of this process works.</summary>
/// <remarks>
/// What is asked for need not be what there is: a process on one processor has the workstation collector, whatever
/// <c>DOTNET_gcServer</c> says. So the process under test tells its own.
/// </remarks>
public static class CollectorMode
{
    /// <summary>In words: <c>workstation, concurrent</c>, or <c>server, not concurrent</c>.</summary>
    public static string OfThisProcess =>
        (GCSettings.IsServerGC ? "server" : "workstation")
        + (GCSettings.LatencyMode == GCLatencyMode.Batch ? ", not concurrent" : ", concurrent");
}
