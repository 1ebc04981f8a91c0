using System.Security.Cryptography;

namespace ContextBench.Measurement.Runs;

/// <summary>
/// This project's own assemblies, as measured processes load them: told apart by their contents, so that launches of
/// two builds never end up in one run.
/// </summary>
/// <param name="folders">The folders that programs are started from.</param>
/// <exception cref="IOException">They cannot be read.</exception>
public sealed class MeasuredPrograms(params IEnumerable<string> folders)
{
    /// <summary>Why a run that saw them change is given up.</summary>
    public const string Rebuilt =
        "the programs were rebuilt while measuring: launches of two builds cannot be compared";

    private const string OwnAssemblies = "ContextBench*.dll";

    private readonly string[] _folders = [.. folders];
    private readonly string _fingerprint = Fingerprint(folders); // of those that there are now

    /// <summary>Whether they are others by now, or are just being written.</summary>
    public bool HaveChanged()
    {
        try
        {
            return Fingerprint(_folders) != _fingerprint;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // By contents, not by time: a build that changes nothing may write the same bytes again. Some ms for all of them.
    private static string Fingerprint(IEnumerable<string> folders) => string.Join(
        '\n',
        from folder in folders
        from file in Directory.EnumerateFiles(folder, OwnAssemblies).Order(StringComparer.Ordinal)
        select $"{Path.GetFileName(file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
}
