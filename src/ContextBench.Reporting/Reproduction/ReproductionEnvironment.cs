namespace ContextBench.Reporting.Reproduction;

/// <summary>The last section of a reproduction's page: what was measured on, and how.</summary>
internal static class ReproductionEnvironment
{
    public static void Write(ReproductionReport report, TextWriter output)
    {
        output.WriteHeading("## Environment, method and limits");
        var environments = report.Parts.Select(part => part.Environment).ToArray();
        WriteEach(environments.Select(environment =>
            $"{environment.Cpu}, {environment.Processors} processors, {environment.Architecture}, {environment.Os}" +
            (environment.Virtualisation is { } virtualisation ? $", {virtualisation}" : "") +
            $", commit {CommitWording.Of(environment.Commit)}"));
        var (first, last) = (environments.Min(it => it.StartedAt), environments.Max(it => it.StartedAt));
        output.WriteLine($"- parts begun from {first:yyyy-MM-dd HH:mm} to {last:yyyy-MM-dd HH:mm} UTC");
        WriteEach(report.Parts.Select(part => part.RuntimeAndCollector));
        WriteEach(environments.Select(environment =>
            $"workload: {Wording.Of(environment.Plan.Workload with { WorkMicroseconds = 0 })}, and the extra work of " +
            "each part, above"));
        WriteEach(report.Parts.Select(part =>
            $"method, {part.Residency.ToString().ToLowerInvariant()}: " +
            MethodWording.Method(part.Environment.Plan)));
        WriteEach(report.Parts.Select(part =>
            $"limits, {part.Residency.ToString().ToLowerInvariant()}: " +
            MethodWording.Limits(part.Environment.Plan.Load)));
        output.WriteLine($"- calibration of the instrument, for .NET's parts together: {report.Calibration.Text}");
        WriteEach(environments.Select(environment => $"again: `{environment.Plan.Reproduce}`"));
        output.WriteLine(
            "- each part's folder beside this page is a run: `./run-bench.sh report <folder>` writes its reports " +
            "again, and `./run-bench.sh report <this folder>` this page");

        void WriteEach(IEnumerable<string> lines)
        {
            foreach (var line in lines.Distinct())
                output.WriteLine($"- {line}");
        }
    }
}
