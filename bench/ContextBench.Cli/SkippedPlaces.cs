namespace ContextBench.Cli;

/// <summary>Says which places under results/ cannot be read and are left out; each once a command.</summary>
/// <param name="error">Takes a line for each.</param>
internal sealed class SkippedPlaces(TextWriter error)
{
    private readonly HashSet<string> _said = [];

    /// <summary>Says one.</summary>
    /// <param name="place">The folder or file.</param>
    public void Say(string place)
    {
        if (_said.Add(place))
            error.WriteLine($"run-bench: {place} cannot be read: what is in it is left out");
    }
}
