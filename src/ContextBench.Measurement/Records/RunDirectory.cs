using System.IO.Compression;

namespace ContextBench.Measurement.Records;

/// <summary>The folder of one run, and the files that measurement writes into it.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunDirectory(string Path)
{
    /// <summary>What was measured where: <see cref="EnvironmentManifest"/>.</summary>
    public string EnvironmentFile => File("environment.json");

    /// <summary>Every observation, one a line.</summary>
    public string ObservationsFile => File("observations.jsonl");

    /// <summary>The observations of a published run, compressed.</summary>
    public string CompressedObservationsFile => ObservationsFile + ".gz";

    /// <summary>BenchmarkDotNet's own files.</summary>
    public string MicroDirectory => File("micro");

    /// <summary>A file of the run.</summary>
    /// <param name="name">Its name.</param>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder and proves that it can be written.</summary>
    /// <exception cref="IOException">It cannot, or it holds a run already.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public void Create()
    {
        Directory.CreateDirectory(Path);
        if (System.IO.File.Exists(ObservationsFile) || System.IO.File.Exists(CompressedObservationsFile))
            throw new IOException("it holds a run already; name another folder");

        System.IO.File.WriteAllText(ObservationsFile, "");
    }

    /// <summary>Writes the manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    public void WriteEnvironment(EnvironmentManifest manifest) =>
        System.IO.File.WriteAllText(EnvironmentFile, manifest.ToJson());

    /// <summary>Reads the manifest.</summary>
    /// <exception cref="IOException">There is none: the folder holds no run.</exception>
    public EnvironmentManifest ReadEnvironment() =>
        EnvironmentManifest.FromJson(System.IO.File.ReadAllText(EnvironmentFile));

    /// <summary>Adds a line to the observations at once, so that nothing measured is lost.</summary>
    /// <param name="line">The observation, as JSON.</param>
    /// <exception cref="StorageException">The line cannot be written.</exception>
    public void Append(string line)
    {
        try
        {
            System.IO.File.AppendAllText(ObservationsFile, line + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"an observation cannot be written to {ObservationsFile}: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Reads the observations, compressed or not. A last line that an interruption cut short is left out.
    /// </summary>
    /// <exception cref="StorageException">There are none, or a whole line is no observation.</exception>
    public IReadOnlyList<Observation> ReadObservations()
    {
        var text = ReadText();
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select((line, i) => ObservationJson.TryRead<Observation>(line, out var observation)
            ? observation
            : throw new StorageException(
                $"line {i + 1} of {ObservationsFile} is no observation: remove it to report the rest"))];
    }

    private string ReadText()
    {
        try
        {
            using var reader = System.IO.File.Exists(CompressedObservationsFile)
                ? new StreamReader(new GZipStream(
                    System.IO.File.OpenRead(CompressedObservationsFile), CompressionMode.Decompress))
                : new StreamReader(ObservationsFile);
            return reader.ReadToEnd();
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StorageException($"the observations cannot be read: {exception.Message}", exception);
        }
    }
}
