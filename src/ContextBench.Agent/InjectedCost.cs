using System.Text.RegularExpressions;

namespace ContextBench.Agent;

/// <summary>
/// A known cost that is added to a variant, so that what the instrument recovers can be compared with the truth. A
/// variant's name carries it after a plus: <c>classic+0.66us</c>, <c>classic+256B</c>, <c>classic+0.5%of88us</c>.
/// </summary>
/// <param name="WorkMicroseconds">CPU work of every request, in µs, 0 or more.</param>
/// <param name="AllocatedBytes">Bytes that every request allocates, 0 or <see cref="FewestBytes"/> and more.</param>
/// <param name="RareShare">The share of requests, drawn at random, that do rare work; 0 to 1.</param>
/// <param name="RareMicroseconds">CPU work of each of these, in µs, 0 or more.</param>
public sealed partial record InjectedCost(
    double WorkMicroseconds = 0, int AllocatedBytes = 0, double RareShare = 0, double RareMicroseconds = 0)
{
    /// <summary>The smallest array: its header alone.</summary>
    public const int FewestBytes = 24;

    /// <summary>Parts the name of a variant from the cost added to it.</summary>
    public const char Separator = '+';

    /// <summary>
    /// Whether a variant has an injected cost, by its name: an injected cost of 0 is one, and is wrapped as any other.
    /// </summary>
    /// <param name="variant">The variant's name.</param>
    public static bool IsIn(string variant) => variant.Contains(Separator);

    /// <summary>What is added to a variant, by its name; nothing to one without an injected cost.</summary>
    /// <param name="variant">The variant's name.</param>
    public static InjectedCost In(string variant) =>
        variant.Split(Separator) is [_, var text] && Parse(text) is { } cost ? cost : None;

    private const int MostBytes = 64 * 1024;
    private const double MostMicroseconds = 100_000;

    /// <summary>No cost at all.</summary>
    public static InjectedCost None { get; } = new();

    /// <summary>Reads an injected cost as it stands in the name of a variant.</summary>
    /// <param name="text">What follows the plus: <c>0.66us</c>, <c>256B</c> or <c>0.5%of88us</c>.</param>
    /// <returns>The cost, or null where the text is none, or one that is out of range.</returns>
    public static InjectedCost? Parse(string text)
    {
        if (Form().Match(text) is not { Success: true } form)
            return null;

        var amount = Number(form.Groups["amount"]);
        var cost = (form.Groups["unit"].Value, form.Groups["share"].Success) switch
        {
            ("us", false) => new InjectedCost(WorkMicroseconds: amount),
            ("us", true) => new InjectedCost(RareShare: Number(form.Groups["share"]) / 100, RareMicroseconds: amount),
            ("B", false) when amount is 0 or (>= FewestBytes and <= MostBytes) && amount % 8 == 0 =>
                new InjectedCost(AllocatedBytes: (int)amount),
            _ => null,
        };
        return cost is { RareShare: <= 1, WorkMicroseconds: <= MostMicroseconds, RareMicroseconds: <= MostMicroseconds }
            ? cost
            : null;
    }

    private static double Number(Group group) => double.Parse(group.ValueSpan);

    [GeneratedRegex(
        @"^((?<share>\d+(\.\d+)?)%of)?(?<amount>\d+(\.\d+)?)(?<unit>us|B)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
