namespace ContextBench.Agent;

/// <summary>What a variant is called and what it is for, on whatever runtime it runs.</summary>
/// <param name="Name">Its permanent name, in options and files.</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Role">Its part in a comparison.</param>
/// <param name="Handler">What handles its requests, as the process under test has to report it.</param>
public sealed record VariantFacts(string Name, string Summary, VariantRole Role, string Handler);

/// <summary>A variant's part in a comparison.</summary>
public enum VariantRole
{
    /// <summary>What the others are compared with.</summary>
    Baseline,

    /// <summary>The baseline's code a second time: baseline against control is the A/A comparison.</summary>
    Control,

    /// <summary>Compared with the baseline; writes the same log bytes.</summary>
    Candidate,

    /// <summary>Compared with the baseline; writes its lines without the id.</summary>
    WithoutId,
}
