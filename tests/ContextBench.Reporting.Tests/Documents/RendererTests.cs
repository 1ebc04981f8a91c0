using ContextBench.Analysis.Tests;
using ContextBench.Reporting.Documents;
using Xunit;

namespace ContextBench.Reporting.Tests.Documents;

/// <summary>Every kind of block, in every form.</summary>
public sealed class RendererTests
{
    private static readonly Document Example = new(
        "What is `x`?",
        [
            new Paragraph("**It is 1**, as *far* as 2 * 3 * 4 tells."),
            new Notes("first", "second: `code`") { Background = ["looked up"] },
            new Heading("Numbers"),
            Table.Of([("one", 1.5), ("three", 3)])
                .Words("name", row => row.Item1)
                .Numbers("value", row => $"{row.Item2:0.0}")
                .Intervals("interval", row => $"[{row.Item2 - 1}, {row.Item2 + 1}]"),
            new Notes(),
            new Figure("chart.svg", "A chart", output => output.Write("<svg/>")),
            new Heading("Part", Level: 2) { IsBackground = true },
            new Paragraph("Method.") { IsBackground = true },
        ])
    {
        PageName = "page.md",
        Data =
        [
            CsvData.Of("rows.csv", [new { FirstName = "a,b", Value = 0.25, IsSo = true }], value => $"{value:0.0}"),
            JsonData.Of("value.json", new { Value = 1 }, System.Text.Json.JsonSerializerOptions.Web),
        ],
    };

    [Fact]
    public void Markdown_has_every_block_with_an_empty_line_between() => Assert.Equal(
        """
        # What is `x`?

        **It is 1**, as *far* as 2 * 3 * 4 tells.

        - first
        - second: `code`
        - looked up

        ## Numbers

        | name | value | interval |
        | :--- | ---: | :---: |
        | one | 1.5 | [0.5, 2.5] |
        | three | 3.0 | [2, 4] |

        ![A chart](chart.svg)

        ### Part

        Method.

        """.ReplaceLineEndings("\n"),
        Rendered.Page(Example));

    [Fact]
    public void A_terminal_shows_plain_text_aligned_columns_and_nothing_that_is_background() => Assert.Equal(
        """
        What is x?

        It is 1, as far as 2 * 3 * 4 tells.

        - first
        - second: code

        Numbers

          name   value    interval
          one      1.5  [0.5, 2.5]
          three    3.0      [2, 4]

        """.ReplaceLineEndings("\n"),
        Rendered.Console(Example));

    [Fact]
    public void Data_are_named_as_json_names_them() => Assert.Equal(
        ("firstName,value,isSo\n\"a,b\",0.3,yes\n", "{\"value\":1}\n"),
        (Rendered.Data(Example, "rows.csv"), Rendered.Data(Example, "value.json")));

    [Fact]
    public void A_folder_has_the_page_its_charts_and_its_data_over_those_that_were_there()
    {
        var folder = Directory.CreateTempSubdirectory("document").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "page.md"), new string('x', 1000));

            Example.WriteTo(folder);

            Assert.Equal(
                ["chart.svg", "page.md", "rows.csv", "value.json"],
                Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(Rendered.Page(Example), File.ReadAllText(Path.Combine(folder, "page.md")));
            Assert.Equal("<svg/>", File.ReadAllText(Path.Combine(folder, "chart.svg")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
