using System.Text.Json.Serialization;
using ContextBench.Agent;
using ContextBench.Workloads.Emails;

namespace ContextBench.Server;

/// <summary>JSON of the server, read and written without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmailRequest))]
[JsonSerializable(typeof(ServerProtocol.Ready))]
[JsonSerializable(typeof(ServerProtocol.ProofReply))]
[JsonSerializable(typeof(RuntimeCounters))]
[JsonSerializable(typeof(IReadOnlyList<CollectionSpan>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, WorkTime>))]
internal sealed partial class ServerJson : JsonSerializerContext;
