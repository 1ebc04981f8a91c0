using ContextBench.Handlers.Lines;
using ContextBench.Handlers.MicrosoftLogging;
using ContextBench.Handlers.Now;
using ContextBench.Workloads;

namespace ContextBench.Handlers;

/// <summary>Every study there is, one line each.</summary>
public static class StudyCatalogue
{
    /// <summary>All studies, in the order in which they are listed.</summary>
    public static IReadOnlyList<Study> All { get; } = [LinesStudy.Study, MelStudy.Study, NowStudy.Study];

    /// <summary>The study that a run measures unless told.</summary>
    public static Study Default => All[0];

    /// <summary>Finds a study that has to be there.</summary>
    /// <param name="name">Its permanent name.</param>
    /// <exception cref="ArgumentException">There is no study of that name.</exception>
    public static Study Get(string name) =>
        All.FirstOrDefault(study => study.Name == name)
            ?? throw new ArgumentException($"no study is named '{name}'", nameof(name));
}
