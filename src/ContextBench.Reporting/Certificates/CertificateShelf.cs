using ContextBench.Measurement.Machine;

namespace ContextBench.Reporting.Certificates;

/// <summary>Certificates that are kept, published or not.</summary>
public static class CertificateShelf
{
    /// <summary>
    /// Finds the certificate of a run's machine: the newest with the same processor, cores, system and runtime.
    /// </summary>
    /// <param name="root">The folder below which certificates are; there may be none.</param>
    /// <param name="environment">The run's manifest.</param>
    /// <returns>The certificate and its folder, relative to the root; null where there is none.</returns>
    public static (Certificate Certificate, string Folder)? Find(string root, EnvironmentManifest environment)
    {
        var found = !Directory.Exists(root)
            ? null
            : Directory.EnumerateFiles(root, Certificate.FileName, SearchOption.AllDirectories)
                .Select(file => (Certificate: Read(file), File: file))
                .Where(kept => kept.Certificate?.Environment.Is(environment) == true)
                .OrderByDescending(kept => kept.Certificate!.Environment.StartedAt)
                .Select(kept => ((Certificate, string)?)(
                    kept.Certificate!, Path.GetRelativePath(root, Path.GetDirectoryName(kept.File)!)))
                .FirstOrDefault();
        return found;
    }

    // What cannot be read certifies nothing.
    private static Certificate? Read(string file)
    {
        try
        {
            return Certificate.FromJson(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
