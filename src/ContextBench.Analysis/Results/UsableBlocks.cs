namespace ContextBench.Analysis.Results;

/// <summary>The blocks of a launch in which neither of two variants' slices is left out.</summary>
/// <param name="Batches">Batches with such a block.</param>
/// <param name="Blocks">Such blocks.</param>
internal readonly record struct UsableBlocks(int Batches, int Blocks) : IComparable<UsableBlocks>
{
    /// <summary>The fewest blocks of a launch: trimming a fifth off each end of less leaves hardly any.</summary>
    public const int FewestBlocks = 10;

    /// <summary>Fewer blocks are less; of as many, fewer batches.</summary>
    public int CompareTo(UsableBlocks other) => (Blocks, Batches).CompareTo((other.Blocks, other.Batches));
}
