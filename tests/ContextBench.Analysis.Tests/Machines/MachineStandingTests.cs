using ContextBench.Analysis.Machines;
using ContextBench.Analysis.Results;
using ContextBench.Handlers;
using ContextBench.Measurement.Machine;
using ContextBench.Reporting.Runs;
using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Analysis.Tests.Machines;

public sealed class MachineStandingTests
{
    // 100 µs, and async-local 1 µs more.
    private static readonly RunResult Report =
        new SyntheticRun().Tier("kestrel", [1, 1.01], [1, 1.01]).Report();

    [Fact]
    public void A_machine_as_fast_as_published_is_said_to_be()
    {
        var standing = MachineStanding.Of(Report, [Published("2026-11-20-example", 95, 0.9)]);

        Assert.Equal(
            ["kestrel: 100.0 µs and +1.000 µs here, 95.00 µs and +0.900 µs as published of this processor " +
            "(2026-11-20-example): as fast as then, within 15 %"],
            standing.Lines);
    }

    [Fact]
    public void A_slower_machine_is_told_by_how_much_it_is_slower_what_was_published_and_what_is_seen()
    {
        var standing = MachineStanding.Of(Report, [Published("2026-11-20-example", 40, 0.15)]);

        Assert.Equal(
            ["kestrel: 100.0 µs and +1.000 µs here, 40.00 µs and +0.150 µs as published of this processor " +
            "(2026-11-20-example): this machine is 2.5 times slower than it was then, so go by the figures of this " +
            "run"],
            standing.Lines);
    }

    [Fact]
    public void Of_several_runs_of_the_processor_the_fastest_counts_which_nothing_disturbed()
    {
        var standing = MachineStanding.Of(Report, [Published("busy", 95, 0.8), Published("quiet", 80, 0.6)]);

        Assert.Equal(
            ["kestrel: 100.0 µs and +1.000 µs here, 80.00 µs and +0.600 µs as published of this processor (quiet): " +
            "this machine is 25 % slower than it was then, so go by the figures of this run"],
            standing.Lines);
    }

    [Fact]
    public void Without_a_run_of_the_processor_those_of_others_are_said_with_their_range()
    {
        var standing = MachineStanding.Of(
            Report, [OfAnother(Published("one", 20.18, 0.12)), OfAnother(Published("two", 50, 0.15))]);

        Assert.Equal(
            ["kestrel: 100.0 µs and +1.000 µs here; nothing is published of this processor, and of other machines " +
            "20.18 to 50.00 µs and +0.120 to +0.150 µs: this one is 2.0 times slower than the nearest of them"],
            standing.Lines);
    }

    [Fact]
    public void A_machine_within_the_range_of_the_others_is_neither_slower_nor_faster()
    {
        var standing = MachineStanding.Of(
            Report, [OfAnother(Published("one", 80, 0.5)), OfAnother(Published("two", 120, 1.5))]);

        Assert.EndsWith("80.00 to 120.0 µs and +0.500 to +1.500 µs", standing.Lines.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_of_which_nothing_is_recorded_is_of_another_machine()
    {
        var old = Published("old", 100, 1);
        old = old with { Environment = old.Environment with { Processor = null } };

        Assert.Contains(
            "nothing is published of this processor", MachineStanding.Of(Report, [old]).Lines.Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_itself_later_ones_another_request_other_settings_and_other_runtimes_are_no_comparison()
    {
        var later = Published("later", 100, 1);
        later = later with
        {
            Environment = later.Environment with { StartedAt = Report.Environment.StartedAt.AddDays(1) },
        };
        var itself = Published("itself", 100, 1);
        itself = itself with { Environment = Report.Environment };
        var request = Published("request", 100, 1);
        request = request with
        {
            Environment = request.Environment with
            {
                Plan = request.Environment.Plan with
                {
                    Workload = (EmailWorkload.Article with { Emails = 20 }).Facts,
                },
            },
        };
        var settings = Published("settings", 100, 1);
        settings = settings with { Tier = settings.Tier with { Connections = 16 } };
        var configured = Published("configured", 100, 1);
        configured = configured with
        {
            Environment = configured.Environment with
            {
                RuntimeVariables = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" },
            },
        };
        var injected = Published("injected", 100, 1);
        injected = injected with
        {
            Environment = injected.Environment with
            {
                Plan = injected.Environment.Plan with
                {
                    Study = StudyCatalogue.Default.FactsOf("classic", "control", "async-local", "classic+1us"),
                },
            },
        };
        var runtime = Published("runtime", 100, 1);
        runtime = runtime with { Environment = runtime.Environment with { Runtime = ".NET 11.0.0" } };

        Assert.Empty(MachineStanding.Of(
            Report, [itself, later, request, settings, configured, injected, runtime]).Lines);
    }

    [Fact]
    public void Published_runs_are_read_from_their_folders()
    {
        var root = Directory.CreateTempSubdirectory("results").FullName;
        try
        {
            foreach (var folder in new[] { "2026-11-20-example", Path.Combine("local", "mine") })
            {
                var run = new SyntheticRun()
                    .Tier("handler", [1, 1.08], [1, 1.08])
                    .Tier("kestrel", [1, 1.01], [1, 1.01]);
                var path = Path.Combine(root, folder);
                run.Save(path);
                RunDocument.Of(new RunReport(run.Report())).WriteTo(path);
            }

            Directory.CreateDirectory(Path.Combine(root, "damaged"));
            File.WriteAllText(Path.Combine(root, "damaged", "environment.json"), "{");

            var published = PublishedResult.ReadAll(root, Path.Combine(root, "local"), Assert.Fail);

            Assert.Equal(
                [
                    ("handler", "control"), ("handler", "async-local"),
                    ("kestrel", "control"), ("kestrel", "async-local"),
                ],
                published.Select(result => (result.Tier.Tier, result.Candidate)));
            var kestrel = published[^1];
            Assert.Equal("2026-11-20-example", kestrel.Folder);
            Assert.Equal((100.0, 1.0), (Math.Round(kestrel.BaselineUs, 6), Math.Round(kestrel.DifferenceUs, 6)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static PublishedResult Published(string folder, double baselineUs, double differenceUs) => new(
        folder,
        Report.Environment with { StartedAt = Report.Environment.StartedAt.AddDays(-2) },
        Report.Environment.Plan.Tiers[0],
        "async-local",
        baselineUs,
        differenceUs);

    private static PublishedResult OfAnother(PublishedResult result) => result with
    {
        Environment = result.Environment with
        {
            Processor = new ProcessorIdentity("Example", "9", "9", "9", "L2 1024K"),
        },
    };
}
