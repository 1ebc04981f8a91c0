using ContextBench.Reporting;
using ContextBench.Reporting.Certificates;
using ContextBench.Reporting.Ledger;
using ContextBench.Reporting.Machines;

namespace ContextBench.Cli;

/// <summary>What is known of the instrument on a machine: its certificate, and the ledger of its A/A results.</summary>
/// <param name="layout">Where they are.</param>
/// <param name="skipped">Takes each place that cannot be read.</param>
internal sealed class InstrumentRecord(RepositoryLayout layout, Action<string> skipped)
{
    /// <summary>That of the checkout that this program was built in.</summary>
    /// <param name="error">Takes a line for each place that cannot be read.</param>
    public static InstrumentRecord Here(TextWriter error) =>
        new(RepositoryLayout.Find(AppContext.BaseDirectory), new SkippedPlaces(error).Say);

    /// <summary>Adds it to what a run says, and how the run stands beside those that were published.</summary>
    public RunReport AddTo(RunReport report) =>
        LedgerWarnings.AddTo(report, LedgerCsv.ReadFile(layout.Ledger, skipped)) with
        {
            Certificate = CertificateOf(report),
            Standing = MachineStanding.Of(
                report, PublishedResult.ReadAll(layout.Results, layout.LocalResults, skipped)),
        };

    /// <summary>The calibration of a run's machine.</summary>
    public CertificateNote CertificateOf(RunReport report) =>
        CertificateNote.Of(CertificateShelf.Find(layout.Results, report.Environment, skipped), report);
}
