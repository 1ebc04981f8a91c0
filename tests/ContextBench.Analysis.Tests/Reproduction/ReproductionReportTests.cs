using ContextBench.Analysis.Reproduction;
using ContextBench.Measurement.Plans;
using ContextBench.Measurement.Records;
using ContextBench.Statistics;
using Xunit;

namespace ContextBench.Analysis.Tests.Reproduction;

public sealed class ReproductionReportTests
{
    [Fact]
    public void Parts_stand_by_runtime_and_then_by_what_a_request_costs()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var parts = reproduction.Report().Parts;

        string[] names =
        [
            "Node.js 14.0.0", "Node.js 24.8.0", ".NET 10.0.12 (apart)", ".NET 10.0.12 (together)",
        ];
        string[] points = ["small", "half-way", "operating-point"];
        Assert.Equal(
            names.SelectMany(name => points.Select(point => (name, point))),
            parts.Select(part => (part.Name, part.Point.Name)));
    }

    [Fact]
    public void Parts_of_the_articles_request_stand_by_runtime_engine_and_depth()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var parts = reproduction.Report().Parts;

        string[] points = ["article", "depth-0", "depth-5", "depth-13", "depth-30"];
        Assert.Equal(
            [
                .. points.Select(point => ("Node.js 14.0.0", point)), ("Node.js 14.0.0, by wrk", "article"),
                .. points.Select(point => ("Node.js 20.19.0", point)),
                .. points.Select(point => ("Node.js 24.8.0", point)),
                (".NET 10.0.12 (apart)", "article"),
                .. points.Select(point => (".NET 10.0.12 (together)", point)),
            ],
            parts.Select(part => (part.Name, part.Point.Name)));
    }

    [Fact]
    public void A_part_by_wrk_stands_beside_the_paired_one_and_compares_requests_a_second()
    {
        using var reproduction = SyntheticReproduction.OfArticle();

        var (paired, wrk) = (reproduction.Report().Parts[0], reproduction.Report().Parts[5]);

        Assert.Equal(("paired", "wrk"), (paired.Engine, wrk.Engine));
        Assert.Equal([("no-id", "als"), ("classic", "als")], wrk.Pairs.Select(pair => (pair.Baseline, pair.Candidate)));
        Assert.Equal(paired.Pairs.Last().Difference, wrk.Pairs.Last().Difference, 0.1);
        Assert.Equal(["wrk"], wrk.Tiers.SelectMany(tier => tier.Comparisons).Select(it => it.Engine).Distinct());
        Assert.Contains("wrk", reproduction.Report().ToRun().Comparisons.Select(it => it.Engine));
        Assert.Equal("paired", reproduction.Report().OfMachine.Tiers[0].Load.Engine);
    }

    [Fact]
    public void What_is_wrong_with_a_parts_launches_is_wrong_whatever_they_are_compared_with()
    {
        // wrk sees a second copy of the baseline cost 20 % more, which its comparisons with no-id do not look at.
        using var reproduction = new SyntheticReproduction().Add(
            new SyntheticPart(SyntheticReproduction.Node14, Residency.Apart, "article")
            {
                Differences = [("als", 10), ("no-id", -10)],
                WobbleUs = [39.9, 40, 40.1],
                Wrk = new ArmPlan(30, 2, 12),
            });

        var part = reproduction.Report().Parts.Single();

        Assert.True(part.AgainstClassic.IsInvalid);
        Assert.True(part.AgainstNoId!.IsInvalid);
        Assert.All(part.Pairs, pair => Assert.Equal(Verdict.Invalid, pair.Verdict));
    }

    [Fact]
    public void Of_the_A_A_comparisons_those_are_counted_that_hold_0()
    {
        // The second part's control costs 0.5 µs more in every launch, give or take 0.05.
        using var reproduction = new SyntheticReproduction()
            .Add(Part("depth-0"))
            .Add(Part("depth-5") with { WobbleUs = [0.9, 1, 1.1] })
            .Add(Part("depth-13") with { WobbleUs = [0] }); // one launch, so no comparison

        var report = reproduction.Report();

        Assert.Equal(2, report.Controls.Count);
        Assert.Equal(1, report.ControlsHoldingZero);
    }

    [Fact]
    public void Each_part_is_compared_with_no_id_and_with_classic()
    {
        using var reproduction = SyntheticReproduction.Whole();

        var parts = reproduction.Report().Parts;

        Assert.Equal(
            [("no-id", "als"), ("classic", "als")],
            parts[0].Pairs.Select(pair => (pair.Baseline, pair.Candidate)));
        Assert.Equal(
            [
                ("no-id", "async-local"), ("no-id", "async-local-map"),
                ("classic", "async-local"), ("classic", "async-local-map"),
            ],
            parts[^1].Pairs.Select(pair => (pair.Baseline, pair.Candidate)));
        // 33 µs on the 60 of classic; 36 on the 57 of no-id. 60 µs of time are 57 of CPU.
        Assert.Equal(33, parts[0].Pairs.Last().Difference, 0.1);
        Assert.Equal(36, parts[0].Pairs.First().Difference, 0.1);
        Assert.Equal(57, parts[0].BaselineCpuUs!.Value, 6);
    }

    [Fact]
    public void All_comparisons_of_all_parts_make_one_run_for_the_reports_of_a_run()
    {
        using var reproduction = SyntheticReproduction.Whole();
        var report = reproduction.Report();

        var comparisons = report.ToRun().Comparisons.ToArray();

        Assert.Equal(report.Parts.Sum(part => part.Tiers.Sum(tier => tier.Comparisons.Count)), comparisons.Length);
        Assert.Equal(["node-14", "node-24", "dotnet-10"], comparisons.Select(it => it.Runtime).Distinct());
        Assert.Equal(["classic", "no-id"], comparisons.Select(it => it.Baseline).Distinct());
        Assert.Equal(["apart", "together"], comparisons.Select(it => it.Residency).Distinct());
        Assert.Equal(report.Parts[0].Environment, report.ToRun().Environment);
    }

    [Fact]
    public void A_part_without_the_variant_without_an_id_is_compared_with_classic_alone()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("small"));

        var part = reproduction.Report().Parts.Single();

        Assert.Null(part.AgainstNoId);
        Assert.Equal("classic", part.Pairs.Single().Baseline);
    }

    [Fact]
    public void A_folder_with_parts_is_a_reproduction_and_no_other_is()
    {
        using var reproduction = new SyntheticReproduction();
        Assert.False(ReproductionReport.IsReproduction(Path.Combine(reproduction.Root, "nowhere")));
        Assert.False(ReproductionReport.IsReproduction(reproduction.Root));

        reproduction.Add(Part(point: null)); // a run like any other
        Damage(reproduction, "damaged");
        Assert.False(ReproductionReport.IsReproduction(reproduction.Root));

        reproduction.Add(Part("small"));
        Assert.True(ReproductionReport.IsReproduction(reproduction.Root));
        Assert.False(ReproductionReport.IsReproduction(Directory.GetDirectories(reproduction.Root)[0]));
    }

    [Fact]
    public void A_run_of_its_own_beside_the_parts_is_none_of_them()
    {
        using var reproduction = new SyntheticReproduction().Add(Part(point: null)).Add(Part("small"));

        Assert.Equal("small", reproduction.Report().Parts.Single().Point.Name);
    }

    [Fact]
    public void A_folder_without_parts_is_refused_with_what_to_do()
    {
        using var reproduction = new SyntheticReproduction().Add(Part(point: null));

        var refusal = Assert.Throws<StorageException>(reproduction.Report);

        Assert.Equal(
            $"{reproduction.Root} holds no reproduction: no folder in it has an environment.json that names a point " +
            "(run-bench reproduce measures one)", refusal.Message);
        Assert.Throws<StorageException>(() => ReproductionReport.Read(Path.Combine(reproduction.Root, "nowhere")));
    }

    [Fact]
    public void A_part_at_a_point_that_there_is_not_is_refused()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("half"));

        Assert.EndsWith(
            "names the point 'half', which is none of article, depth-0, depth-5, depth-13, depth-30, small, " +
            "half-way, operating-point",
            Assert.Throws<StorageException>(reproduction.Report).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_there_twice_is_refused()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("small"));
        Part("small").Write(reproduction.Root, "again");

        Assert.EndsWith(
            "holds Node.js 24.8.0 at small more than once, in again and small-apart-node.js-24.8.0: " +
            "leave one of them there",
            Assert.Throws<StorageException>(reproduction.Report).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_part_is_refused_by_name()
    {
        using var reproduction = new SyntheticReproduction().Add(Part("small"));
        Damage(reproduction, "damaged");

        Assert.StartsWith(
            Path.Combine(reproduction.Root, "damaged", "environment.json") + " cannot be read: ",
            Assert.Throws<StorageException>(reproduction.Report).Message, StringComparison.Ordinal);
    }

    private static SyntheticPart Part(string? point) =>
        new(SyntheticReproduction.Node24, Residency.Apart, point) { Differences = [("als", 2)] };

    private static void Damage(SyntheticReproduction reproduction, string folder)
    {
        Directory.CreateDirectory(Path.Combine(reproduction.Root, folder));
        File.WriteAllText(Path.Combine(reproduction.Root, folder, "environment.json"), "{\"schema\":1");
    }
}
