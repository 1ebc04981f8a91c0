using System.Text.Json;
using ContextBench.Agent;

namespace ContextBench.Server;

/// <summary>Answers the commands of a launch.</summary>
/// <param name="host">The handlers.</param>
internal sealed class ServerControl(HandlerHost host) : IDisposable
{
    private const string Done = "{}";

    private readonly CollectionLog _collections = new();

    /// <summary>Answers one command.</summary>
    /// <param name="command">A command of <see cref="ServerProtocol"/>.</param>
    /// <returns>A line of JSON.</returns>
    /// <exception cref="InvalidOperationException">There is no such command.</exception>
    public string Answer(string command)
    {
        switch (command)
        {
            case var setting when setting.StartsWith(ServerProtocol.SetWork, StringComparison.Ordinal):
                host.SetWork(double.Parse(setting[ServerProtocol.SetWork.Length..]));
                return Done;
            case ServerProtocol.StartProof:
                host.StartProof();
                return Done;
            case ServerProtocol.EndProof:
                return JsonSerializer.Serialize(
                    new ServerProtocol.ProofReply(host.EndProof()), ServerJson.Default.ProofReply);
            case ServerProtocol.ReadCounters:
                return JsonSerializer.Serialize(RuntimeCounters.Read(), ServerJson.Default.RuntimeCounters);
            case ServerProtocol.TakeCollections:
                return JsonSerializer.Serialize(
                    _collections.Take(), ServerJson.Default.IReadOnlyListCollectionSpan);
            case ServerProtocol.TakeWorkTimes:
                return JsonSerializer.Serialize(
                    host.TakeWorkTimes(), ServerJson.Default.IReadOnlyDictionaryStringWorkTime);
            default:
                throw new InvalidOperationException($"unknown command '{command}'");
        }
    }

    public void Dispose() => _collections.Dispose();
}
