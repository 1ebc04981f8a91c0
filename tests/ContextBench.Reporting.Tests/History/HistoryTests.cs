using ContextBench.Analysis.History;
using ContextBench.Analysis.Tests;
using ContextBench.Analysis.Tests.History;
using ContextBench.Reporting.History;
using ContextBench.Reporting.Runs;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Reporting.Tests.History;

public sealed class HistoryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("contextbench").FullName;

    [Fact]
    public void The_control_of_every_run_below_a_folder_is_read()
    {
        Write("first", [1.001, 1.01], [0.999, 1.01], [1, 1.01]);
        Write("nested/second", [1.01, 1.01], [1.0101, 1.01], [1.0099, 1.01]);

        var results = ControlResult.ReadAll(_root, EmailWorkload.Article.Facts.Describe(), "classic", Assert.Fail);

        Assert.Equal(2, results.Count);
        var clean = results.Single(result => result.ContainsZero);
        Assert.Equal(Path.Combine(_root, "first"), clean.Run);
        Assert.Equal(("kestrel", 3, "quick", 2), (clean.Tier, clean.Launches, clean.Profile, clean.Processors));
        Assert.Equal(0.2484, clean.HalfWidth, 0.0005); // log-ratios ±0.001 and 0: 4.3027 · 0.001 / √3
    }

    [Fact]
    public void The_control_of_another_study_is_not_of_this_history()
    {
        Write("first", [1.001, 1.01], [0.999, 1.01], [1, 1.01]);

        Assert.Empty(
            ControlResult.ReadAll(_root, EmailWorkload.Article.Facts.Describe(), "mel-explicit", Assert.Fail));
    }

    [Fact]
    public void Published_are_the_runs_that_use_the_instrument_as_it_is_and_lie_in_no_folder_that_is_left_out()
    {
        Write("published", [1.001, 1.01], [0.999, 1.01], [1, 1.01]);
        Write("local/mine", [1.001, 1.01], [0.999, 1.01], [1, 1.01]);
        Write("smoke", [1.001, 1.01], [0.999, 1.01], [1, 1.01]);
        var smoke = Path.Combine(_root, "smoke", "comparisons.json");
        File.WriteAllText(smoke, File.ReadAllText(smoke).Replace("\"quick\"", "\"smoke\"", StringComparison.Ordinal));

        string[] Read(string? except) =>
        [
            .. ControlResult.ReadPublished(
                _root, except, EmailWorkload.Article.Facts.Describe(), "classic", Assert.Fail)
                .Select(result => Path.GetRelativePath(_root, result.Run).Replace('\\', '/')).Order(),
        ];

        Assert.Equal(["published"], Read(Path.Combine(_root, "local")));
        Assert.Equal(["local/mine", "published"], Read(except: null));
    }

    [Fact]
    public void What_is_no_whole_report_tells_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_root, "broken"));
        File.WriteAllText(Path.Combine(_root, "broken", "comparisons.json"), "{\"schema\":1,\"run\":{");
        Directory.CreateDirectory(Path.Combine(_root, "other"));
        File.WriteAllText(Path.Combine(_root, "other", "comparisons.json"), "{\"schema\":1}");

        Assert.Empty(ControlResult.ReadAll(_root, EmailWorkload.Article.Facts.Describe(), "classic", Assert.Fail));
        Assert.Empty(ControlResult.ReadAll(
            Path.Combine(_root, "nowhere"), EmailWorkload.Article.Facts.Describe(), "classic", Assert.Fail));
    }

    [Fact]
    public void The_summary_says_how_many_chance_allows_to_exclude_0_and_where_the_mean_lies()
    {
        ControlResult[] results =
            [SyntheticHistory.Result(0.1, 0.2), SyntheticHistory.Result(0.3, 0.2), SyntheticHistory.Result(-0.1, 0.2)];

        var summary = Rendered.Console(HistoryDocument.Of(results, _root));

        // 0.1, 0.3 and -0.1: mean 0.1, standard deviation 0.2, error 0.2/√3 = 0.1155; 0.1/0.1155 = 0.87.
        Assert.EndsWith(
            "\n- kestrel: 2 of 3 A/A intervals contain 0 (chance allows up to 1 that do not); " +
            "median half-width 0.200 %; mean +0.1000 %, 0.87 of its standard errors (0.1155 %) from 0\n",
            summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_files_are_written_beside_the_runs()
    {
        HistoryDocument.Of([SyntheticHistory.Result(0.1, 0.2) with { Run = Path.Combine(_root, "first") }], _root)
            .WriteTo(_root);

        Assert.Contains(
            "Z,first,quick,", File.ReadAllText(Path.Combine(_root, "ledger.csv")), StringComparison.Ordinal);
        Assert.StartsWith(
            "<svg", File.ReadAllText(Path.Combine(_root, "ledger.svg")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string folder, params double[][] ratios)
    {
        var path = Directory.CreateDirectory(Path.Combine(_root, folder)).FullName;
        RunDocument.Of(new RunReport(new SyntheticRun().Tier("kestrel", ratios).Report())).WriteTo(path);
    }
}
