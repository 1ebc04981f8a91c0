using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ContextBench.Cli.Tests;

/// <summary>The command line as a user has it: a process, with its children.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;

    public CliProcess(params string[] args)
        : this(path: null, args)
    {
    }

    /// <summary>Starts it with another search path for programs.</summary>
    public CliProcess(string? path, string[] args)
        : this(path is null ? [] : new Dictionary<string, string> { ["PATH"] = path }, args)
    {
    }

    /// <summary>Starts it with environment variables of its own, beside those of the tests.</summary>
    public CliProcess(Dictionary<string, string> variables, params string[] args)
        : this(variables, [], args)
    {
    }

    private CliProcess(Dictionary<string, string> variables, string[] prefix, string[] args)
    {
        var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } known
            ? known
            : "dotnet";
        // Whoever started the tests may have had signals ignored (nohup, a job in the background of a script), and a
        // process inherits that.
        string[] signals = OperatingSystem.IsLinux() ? ["env", "--default-signal"] : [];
        string[] words = [.. prefix, .. signals, host, layout.CliAssembly, .. args];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
    }

    public string Error => _error.ToString();

    /// <summary>Starts it through another program, which starts what its own arguments end with.</summary>
    public static CliProcess Through(string[] program, params string[] args) => new([], program, args);

    /// <summary>Reads standard error until a line has the text, or to its end.</summary>
    public async Task<bool> SaysAsync(string text)
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _error.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        _error.Append(await _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _output);
    }

    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until a descendant runs a program, and returns its process id.</summary>
    public async Task<int> DescendantAsync(string program)
    {
        while (!_process.HasExited)
        {
            var found = Descendants().FirstOrDefault(id =>
                Read(id, "cmdline").Contains(program, StringComparison.Ordinal));
            if (found != 0)
                return found;
            await Task.Delay(20);
        }

        return 0;
    }

    /// <summary>All processes that this one has started, and they, and so on.</summary>
    public IReadOnlyList<int> Descendants()
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id != 0)
            .ToDictionary(id => id, ParentOf);
        return [.. parents.Keys.Where(id => id != _process.Id && HasAncestor(id, parents))];
    }

    /// <summary>Those of them that are measured: launches and servers.</summary>
    public IEnumerable<MeasuredProcess> MeasuredProcesses()
    {
        foreach (var id in Descendants())
        {
            // Before a child becomes another program it has its parent's words, and its parent's environment.
            var words = Read(id, "cmdline").Split('\0');
            var isServer = words.Any(word => word.EndsWith("ContextBench.Server.dll", StringComparison.Ordinal));
            if ((isServer || words.Contains("launch")) && Read(id, "environ") is { Length: > 0 } environment)
                yield return new MeasuredProcess(id, isServer, [.. environment.Split('\0').Select(NameOf)]);
        }
    }

    public static bool IsAlive(int processId) =>
        Read(processId, "stat") is { Length: > 0 } stat && stat.Split(") ")[^1][0] != 'Z';

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string NameOf(string variable) => variable.Split('=')[0];

    private bool HasAncestor(int id, Dictionary<int, int> parents)
    {
        while (parents.TryGetValue(id, out var parent) && parent != 0)
        {
            if (parent == _process.Id)
                return true;
            id = parent;
        }

        return false;
    }

    // The second field of stat, in parentheses, may hold anything; the parent is the second field after it.
    private static int ParentOf(int id) =>
        Read(id, "stat") is { Length: > 0 } stat
            ? int.Parse(stat.Split(") ")[^1].Split(' ')[1], CultureInfo.InvariantCulture)
            : 0;

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
