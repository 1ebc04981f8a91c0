namespace ContextBench.Measurement.Engines;

/// <summary>
/// NBomber, in the program that drives it (<c>bench/ContextBench.NBomber</c>): built when it is asked for, since not
/// every machine can restore it.
/// </summary>
/// <param name="project">The program's project file.</param>
/// <param name="assembly">What building it makes.</param>
public sealed class NBomberProgram(string project, string assembly) : ILoadProgram
{
    private bool _isBuilt;

    /// <inheritdoc/>
    public async Task RequireAsync(CancellationToken cancellation)
    {
        if (_isBuilt)
            return;

        // No build server stays behind, to stir while something is measured.
        var start = new ProcessStartInfo(
            "dotnet", ["build", project, "-c", "Release", "-v", "quiet", "-nologo", "--disable-build-servers"])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(project)), // its SDK is this checkout's
        };
        BuildVariables.KeepIn(start);
        var (exitCode, output, error) = await ForeignProcess.RunAsync(start, processor: null, cancellation);
        if (exitCode != 0)
            throw new ProgramMissingException(NBomberOutput.WhyNotBuilt(output + error));
        _isBuilt = true;
    }

    /// <inheritdoc/>
    public async Task<LoadResult> RunAsync(LoadTask task, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("contextbench");
        try
        {
            var body = Path.Combine(scratch.FullName, "body.json");
            await File.WriteAllBytesAsync(body, task.Plan.Body, cancellation);
            var start = DotnetProcess.StartInfo(
                assembly,
                [
                    "--name", task.Variant,
                    "--url", task.Route.ToString(),
                    "--body-file", body,
                    "--copies", task.Plan.Tier.Connections.ToString(),
                    "--seconds", task.Seconds.ToString(),
                    "--reports", task.ReportFolder ?? Path.Combine(scratch.FullName, "reports"),
                ]);
            start.RedirectStandardInput = false;
            var (exitCode, output, error) = await ForeignProcess.RunAsync(start, task.Processor, cancellation);
            return exitCode == 0
                ? NBomberOutput.Parse(output)
                : throw new TargetFaultException($"NBomber failed with exit code {exitCode}: {error.Trim()}");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
