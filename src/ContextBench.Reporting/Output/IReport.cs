namespace ContextBench.Reporting.Output;

/// <summary>One form in which a run is reported.</summary>
public interface IReport
{
    /// <summary>The name of its file in the run's folder.</summary>
    string FileName { get; }

    /// <summary>Writes it.</summary>
    /// <param name="report">What there is to say.</param>
    /// <param name="output">Where to write.</param>
    void Write(RunReport report, TextWriter output);
}
