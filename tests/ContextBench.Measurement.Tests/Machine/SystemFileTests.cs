using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class SystemFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void Its_text_is_told_without_the_space_around_it()
    {
        var file = Path.Combine(_folder, "size");
        File.WriteAllText(file, "48K\n");

        Assert.Equal("48K", SystemFile.Read(file));
    }

    [Fact]
    public void What_is_not_there_or_is_no_file_tells_nothing()
    {
        Assert.Null(SystemFile.Read(Path.Combine(_folder, "nothing")));
        Assert.Null(SystemFile.Read(Path.Combine(_folder, "nowhere", "size")));
        Assert.Null(SystemFile.Read(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
