namespace ContextBench.Measurement.Machine;

/// <summary>A process that is steered by lines on its standard input, and ends when that ends.</summary>
internal static class ControlledProcess
{
    /// <summary>
    /// How to start a program, without <see cref="AttachedCode"/>, whose standard input and output are its parent's to
    /// use.
    /// </summary>
    /// <param name="program">The program's file, found on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        AttachedCode.RemoveFrom(start);
        return start;
    }

    /// <summary>Sends a line. One that has died takes none; reading from it then tells how it died.</summary>
    public static async Task SendAsync(this Process process, string line, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line.AsMemory(), cancellation);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Ends it by the end of its input or, where it takes longer than it may, by force.</summary>
    /// <param name="process">The process.</param>
    /// <param name="patience">How long it may take; zero for force at once.</param>
    public static void End(this Process process, TimeSpan patience)
    {
        if (patience > TimeSpan.Zero)
            CloseInput(process);
        if (!process.WaitForExit(patience))
            process.EndAtOnce();
    }

    /// <summary>Ends it by force, and what it started with it.</summary>
    public static void EndAtOnce(this Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit(); // it may hold files until it is gone
    }

    // One that has died meanwhile needs no ending.
    private static void CloseInput(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
