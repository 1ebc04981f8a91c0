using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace ContextBench.Cli.Tests;

public sealed class MethodSizeTests
{
    private const int MostLines = 40;
    private const int MostParameters = 6;

    // The two loops that a request's latency runs through: to split them would cost what they measure.
    private static readonly string[] HotLoops = ["LoadGenerator.RunSlice", "OpenLoop.Run"];

    private static readonly string Root = RepositoryLayout.Find(AppContext.BaseDirectory).Root;

    private static readonly SyntaxNode[] Nodes =
    [
        .. new[] { "src", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(
                Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes()),
    ];

    [Fact]
    public void No_method_but_the_two_hot_loops_is_over_40_lines()
    {
        var methods = Nodes.Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            .ToArray();

        Assert.NotEmpty(methods);
        Assert.Empty(methods.Where(method => Lines(method) > MostLines).Select(NameOf).Except(HotLoops));
    }

    [Fact]
    public void No_parameter_list_is_over_6()
    {
        var lists = Nodes.OfType<ParameterListSyntax>().ToArray();

        Assert.NotEmpty(lists);
        Assert.Empty(lists.Where(list => list.Parameters.Count > MostParameters).Select(list => NameOf(list.Parent!)));
    }

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string NameOf(SyntaxNode node)
    {
        var type = node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text;
        return node switch
        {
            MethodDeclarationSyntax method => $"{type}.{method.Identifier.Text}",
            LocalFunctionStatementSyntax local => $"{type}.{local.Identifier.Text}",
            TypeDeclarationSyntax declared => declared.Identifier.Text,
            _ => $"{type}",
        };
    }
}
