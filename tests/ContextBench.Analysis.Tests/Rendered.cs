using ContextBench.Reporting.Documents;

namespace ContextBench.Analysis.Tests;

/// <summary>A document in its forms.</summary>
public static class Rendered
{
    /// <summary>What its page says.</summary>
    public static string Page(Document document) => Written(output => MarkdownRenderer.Write(document, output));

    /// <summary>What a terminal shows.</summary>
    public static string Console(Document document) => Written(output => ConsoleRenderer.Write(document, output));

    /// <summary>What one of its files for programs holds.</summary>
    public static string Data(Document document, string fileName) =>
        Written(document.Data.Single(data => data.FileName == fileName).Write);

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
