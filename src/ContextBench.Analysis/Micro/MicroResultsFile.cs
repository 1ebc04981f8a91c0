namespace ContextBench.Analysis.Micro;

/// <summary>A full JSON of BenchmarkDotNet, with the launches that our own exporter adds to it.</summary>
internal static class MicroResultsFile
{
    private static readonly JsonSerializerOptions Options =
        new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Reads the cases of one file, in the order in which they appear.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The cases; none where the file does not say what its launches are, as those of early runs.</returns>
    /// <exception cref="StorageException">The file cannot be read, or is not whole.</exception>
    public static IReadOnlyList<MicroCase> Read(string file)
    {
        var benchmarks = ReadBenchmarks(file);
        return benchmarks.Any(benchmark => benchmark.Launch is null)
            ? []
            : [.. benchmarks
                .GroupBy(benchmark => (benchmark.Type, benchmark.Parameters, benchmark.Method))
                .Select(group => new MicroCase(
                    group.Key.Type, group.Key.Parameters, group.Key.Method, group.First().Baseline,
                    [.. group.SelectMany(LaunchOf).OrderBy(launch => launch.Id, StringComparer.Ordinal)]))];
    }

    private static IReadOnlyList<Benchmark> ReadBenchmarks(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var benchmarks = JsonSerializer.Deserialize<Report>(stream, Options)?.Benchmarks;
            return benchmarks is not null && benchmarks.All(IsWhole) ? benchmarks : throw new JsonException();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"the micro-benchmarks cannot be read: {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw new StorageException(
                $"{file} is no whole result of BenchmarkDotNet: remove it to report the rest", exception);
        }
    }

    // Annotations say nothing of what is in a list.
    private static bool IsWhole(Benchmark? benchmark) =>
        benchmark is not null && benchmark.Measurements.All(measurement => measurement is not null);

    // A process that failed has no result, and one that is faster than the loop around it none that a ratio could be
    // made of: that launch is missing.
    private static IEnumerable<MicroLaunch> LaunchOf(Benchmark benchmark)
    {
        var iterations = benchmark.Measurements
            .Where(measurement => measurement is { IterationMode: "Workload", IterationStage: "Result" })
            .Select(measurement => measurement.Nanoseconds / measurement.Operations)
            .ToArray();
        return iterations.Length > 0 && Median.Of(iterations) is > 0 and < double.PositiveInfinity and var nanoseconds
            ? [new MicroLaunch(benchmark.Launch!, nanoseconds, benchmark.Memory?.BytesAllocatedPerOperation)]
            : [];
    }

    private sealed record Report(IReadOnlyList<Benchmark> Benchmarks);

    private sealed record Benchmark
    {
        public required string Type { get; init; }

        public required string Method { get; init; }

        public required string Parameters { get; init; }

        public string? Launch { get; init; }

        public bool Baseline { get; init; }

        public Allocation? Memory { get; init; }

        public required IReadOnlyList<Iteration> Measurements { get; init; }
    }

    private sealed record Allocation(double? BytesAllocatedPerOperation = null);

    private sealed record Iteration(string IterationMode, string IterationStage, long Operations, double Nanoseconds);
}
