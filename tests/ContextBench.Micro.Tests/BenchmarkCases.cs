using BenchmarkDotNet.Running;

namespace ContextBench.Micro.Tests;

/// <summary>
/// The benchmark cases as BenchmarkDotNet finds them, in a single launch: method, setup and parameter values.
/// </summary>
internal static class BenchmarkCases
{
    private static readonly MicroSet Set = MicroSet.Full with { Launches = 1 };

    public static IReadOnlyDictionary<string, BenchmarkCase> All { get; } = Set.Classes
        .SelectMany(type => BenchmarkConverter.TypeToBenchmarks(type, new MicroConfig(Set)).BenchmarksCases)
        .ToDictionary(NameOf);

    /// <summary>Sets a case up and runs its method once, on the thread that this is called on.</summary>
    public static object? Run(string name)
    {
        var benchmark = All[name];
        var instance = Activator.CreateInstance(benchmark.Descriptor.Type)!;
        foreach (var parameter in benchmark.Parameters.Items)
            benchmark.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);

        benchmark.Descriptor.GlobalSetupMethod!.CreateDelegate<Action>(instance)();
        var result = benchmark.Descriptor.WorkloadMethod.Invoke(instance, null);
        if (result is Task task)
            task.GetAwaiter().GetResult();
        return result is Task<string?> read ? read.Result : result;
    }

    private static string NameOf(BenchmarkCase benchmark) =>
        $"{benchmark.Descriptor.Type.Name}.{benchmark.Descriptor.WorkloadMethod.Name}"
        + string.Concat(benchmark.Parameters.Items.Select(parameter => $" {parameter.Name}={parameter.Value}"));
}
