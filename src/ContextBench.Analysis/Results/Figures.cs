namespace ContextBench.Analysis.Results;

/// <summary>How figures are written for people: invariant, with as many digits as a reader can use.</summary>
public static class Figures
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "-";

    /// <summary>A cost or a rate, to about four digits.</summary>
    public static string Value(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("#,##0"),
        >= 100 => value.ToString("0.0"),
        >= 10 => value.ToString("0.00"),
        _ => value.ToString("0.000"),
    };

    /// <summary>A signed percentage, to a hundredth.</summary>
    public static string Percent(double? percent) => Signed(percent, "0.00") is { } text ? text + " %" : None;

    /// <summary>A signed difference in a unit.</summary>
    public static string Difference(double? difference, string unit) =>
        Signed(difference, unit == "B" ? "0" : "0.000") is { } text ? $"{text} {unit}" : None;

    /// <summary>An interval, signed, to a hundredth unless told.</summary>
    public static string Interval(double? low, double? high, string digits = "0.00") =>
        low is null || high is null ? None : $"[{Signed(low, digits)}, {Signed(high, digits)}]";

    /// <summary>A p-value, to three decimals.</summary>
    public static string Probability(double? p) =>
        p is null ? None : p < 0.001 ? "<0.001" : p.Value.ToString("0.000");

    /// <summary>A count.</summary>
    public static string Count(long count) => count.ToString("#,##0");

    /// <summary>A plain number, for words.</summary>
    public static string Plain(double value) => value.ToString("0.##");

    /// <summary>
    /// A value for a machine: six decimals are finer than any measurement here, and the same on every platform.
    /// </summary>
    public static double Exported(double value) => Math.Round(value, 6);

    /// <summary>A value for a machine, with up to six decimals and without an exponent.</summary>
    public static string Decimals(double value) => value.ToString("0.######");

    private static string? Signed(double? value, string digits) =>
        value?.ToString($"+{digits};-{digits};{digits}");
}
