namespace ContextBench.Analysis.Launches;

/// <summary>What is compared with what, and what difference is negligible.</summary>
/// <param name="Study">The run's study.</param>
/// <param name="Baseline">
/// What the others are compared with: the study's baseline, or any of its variants in its place.
/// </param>
/// <param name="Margin">What is negligible.</param>
internal sealed record Contrast(StudyFacts Study, string Baseline, Margin Margin)
{
    /// <summary>The variants that are compared with the baseline, in the order of the run.</summary>
    public IReadOnlyList<string> Candidates => [.. Study.Names.Where(variant => variant != Baseline)];

    /// <summary>The candidates but the control.</summary>
    public IReadOnlyList<string> Tested => [.. Candidates.Where(variant => variant != Study.Control)];

    /// <summary>
    /// The control, where it is compared with its own baseline: against any other its overhead is no noise floor.
    /// </summary>
    public string? Control => Baseline == Study.Baseline ? Study.Control : null;

    /// <summary>The study's own baseline against its control.</summary>
    public Contrast OfNoise => this with
    {
        Baseline = Study.Baseline,
        Study = Study.Only(new[] { Study.Baseline, Study.Control }.OfType<string>()),
    };
}
