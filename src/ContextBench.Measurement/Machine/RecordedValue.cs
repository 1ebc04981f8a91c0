namespace ContextBench.Measurement.Machine;

/// <summary>What is recorded of the value of an environment variable, in a file that is published whole.</summary>
/// <remarks>
/// Settings of the runtime are switches and numbers, in decimal or hexadecimal, and ranges of processor numbers.
/// Anything else may name a place of the machine, its user or its host, and is not recorded, whatever the variable is
/// called.
/// </remarks>
internal static class RecordedValue
{
    /// <summary>Stands for a value that is not recorded.</summary>
    public const string None = "(not recorded)";

    private const string Setting =
        @"\A(?:true|false|-?[0-9]{1,20}|(?:0x)?[0-9a-f]{1,16}|[0-9]{1,4}(?:[-,:][0-9]{1,4})+)\z";

    /// <summary>The value, or <see cref="None"/>.</summary>
    public static string Of(string value) => Regex.IsMatch(value, Setting, RegexOptions.IgnoreCase) ? value : None;
}
