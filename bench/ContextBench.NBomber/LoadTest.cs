using NBomber.Contracts.Stats;
using NBomber.CSharp;

namespace ContextBench.NBomber;

/// <summary>One run of one scenario.</summary>
internal static class LoadTest
{
    /// <summary>Runs it, and leaves NBomber's own reports in their folder.</summary>
    /// <param name="arguments">What to run.</param>
    /// <returns>What it says, as <see cref="LoadResult"/> writes it.</returns>
    public static string Run(Arguments arguments)
    {
        using var scenario = new PostScenario(arguments);
        var test = NBomberRunner.RegisterScenarios(scenario.ForNBomber())
            .WithTestSuite("ContextBench")
            .WithTestName(arguments.Name)
            .WithReportFolder(arguments.Reports)
            .WithReportFileName(arguments.Name)
            .WithReportFormats(ReportFormat.Html, ReportFormat.Csv, ReportFormat.Txt, ReportFormat.Md);

        var before = Environment.CpuUsage.TotalTime;
        var stats = test.Run();
        var cpu = Environment.CpuUsage.TotalTime - before;

        return LoadResult.ToJson(stats.ScenarioStats[0], cpu);
    }
}
