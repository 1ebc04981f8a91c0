namespace ContextBench.Reporting.Documents;

/// <summary>A table.</summary>
/// <param name="Columns">Its columns, all of the same length.</param>
public record Table(IReadOnlyList<Column> Columns) : Block
{
    /// <summary>The cells, row by row.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows =>
        Enumerable.Range(0, Columns[0].Cells.Count).Select(row => Columns.Select(it => it.Cells[row]).ToArray());

    /// <summary>Begins a table with a row for each of some things; its columns follow.</summary>
    /// <param name="rows">The things.</param>
    public static Table<T> Of<T>(IEnumerable<T> rows) => new([.. rows], []);
}

/// <summary>A table with a row for each of some things.</summary>
/// <param name="Things">The things.</param>
/// <param name="Columns">Its columns so far.</param>
public sealed record Table<T>(IReadOnlyList<T> Things, IReadOnlyList<Column> Columns) : Table(Columns)
{
    /// <summary>Adds a column of words.</summary>
    public Table<T> Words(string title, Func<T, string> cell) => With(title, Side.Left, cell);

    /// <summary>Adds a column of numbers.</summary>
    public Table<T> Numbers(string title, Func<T, string> cell) => With(title, Side.Right, cell);

    /// <summary>Adds a column of intervals.</summary>
    public Table<T> Intervals(string title, Func<T, string> cell) => With(title, Side.Middle, cell);

    private Table<T> With(string title, Side side, Func<T, string> cell) =>
        this with { Columns = [.. Columns, new Column(title, side, [.. Things.Select(cell)])] };
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Side">Where its cells stand.</param>
/// <param name="Cells">Its cells, from the top.</param>
public sealed record Column(string Title, Side Side, IReadOnlyList<string> Cells);

/// <summary>Where a cell stands in its column.</summary>
public enum Side
{
    /// <summary>At the left end, as words do.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Middle,

    /// <summary>At the right end, as numbers do.</summary>
    Right,
}
