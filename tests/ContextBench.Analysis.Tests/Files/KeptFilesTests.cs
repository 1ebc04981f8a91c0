using ContextBench.Analysis.Files;
using Xunit;

namespace ContextBench.Analysis.Tests.Files;

public sealed class KeptFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void Files_of_a_name_are_found_at_any_depth()
    {
        Write("a/kept.json");
        Write("b/c/d/kept.json");
        Write("b/other.json");

        Assert.Equal(
            [Path.Combine("a", "kept.json"), Path.Combine("b", "c", "d", "kept.json")],
            KeptFiles.Find(_root, "kept.json", Assert.Fail).Select(file => Path.GetRelativePath(_root, file)).Order());
    }

    [Fact]
    public void In_a_folder_that_is_not_there_nothing_is_found() =>
        Assert.Empty(KeptFiles.Find(Path.Combine(_root, "nowhere"), "kept.json", Assert.Fail));

    [Fact]
    public void A_file_that_is_read_is_not_skipped() =>
        Assert.Equal("text", KeptFiles.Read(Write("kept.json"), Assert.Fail));

    [Fact]
    public void A_file_that_cannot_be_read_is_skipped_and_named()
    {
        var skipped = new List<string>();
        var folder = Directory.CreateDirectory(Path.Combine(_root, "kept.json")).FullName;

        Assert.Null(KeptFiles.Read(folder, skipped.Add)); // a folder is no file, for root neither
        Assert.Equal([folder], skipped);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Write(string name)
    {
        var file = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "text");
        return file;
    }
}
