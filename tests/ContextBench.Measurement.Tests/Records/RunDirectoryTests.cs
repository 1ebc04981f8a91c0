using System.IO.Compression;
using ContextBench.Measurement.Observations;
using ContextBench.Measurement.Records;
using Xunit;

namespace ContextBench.Measurement.Tests.Records;

public sealed class RunDirectoryTests : IDisposable
{
    private readonly RunDirectory _directory = new(Directory.CreateTempSubdirectory("contextbench").FullName);

    [Fact]
    public void Observations_are_read_in_the_order_in_which_they_were_added()
    {
        _directory.Create();
        Add(1);
        Add(2);

        Assert.Equal([1, 2], Launches());
    }

    [Fact]
    public void A_last_line_that_an_interruption_cut_short_is_left_out()
    {
        _directory.Create();
        Add(1);
        File.AppendAllText(_directory.ObservationsFile, """{"kind":"launch","tier":"kes""");

        Assert.Equal([1], Launches());
    }

    [Fact]
    public void A_published_run_is_read_from_its_compressed_observations()
    {
        _directory.Create();
        Add(1);
        using (var plain = File.OpenRead(_directory.ObservationsFile))
        using (var compressed = new GZipStream(
                File.Create(_directory.CompressedObservationsFile), CompressionLevel.Optimal))
            plain.CopyTo(compressed);
        File.Delete(_directory.ObservationsFile);

        Assert.Equal([1], Launches());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"kind":"surprise"}""")]
    public void A_damaged_line_is_named(string line)
    {
        _directory.Create();
        Add(1);
        _directory.Append(line);

        var exception = Assert.Throws<StorageException>(_directory.ReadObservations);

        Assert.StartsWith("line 2 of ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_compressed_file_is_named()
    {
        _directory.Create();
        File.WriteAllText(_directory.CompressedObservationsFile, "no gzip");

        Assert.Throws<StorageException>(_directory.ReadObservations);
    }

    [Fact]
    public void An_observation_that_cannot_be_written_says_where()
    {
        var gone = new RunDirectory(Path.Combine(_directory.Path, "gone"));

        var exception = Assert.Throws<StorageException>(() => gone.Append("{}"));
        Assert.Contains("gone", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_refused()
    {
        _directory.Create();

        Assert.Throws<IOException>(_directory.Create);
    }

    public void Dispose() => Directory.Delete(_directory.Path, recursive: true);

    private void Add(int launch) =>
        _directory.Append(ObservationJson.Write<Observation>(
            new LaunchObservation { Tier = "kestrel", Launch = launch, Seed = 1, Fault = "fault" }));

    private IEnumerable<int> Launches() =>
        _directory.ReadObservations().Cast<LaunchObservation>().Select(launch => launch.Launch);
}
