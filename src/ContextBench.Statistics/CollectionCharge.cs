namespace ContextBench.Statistics;

/// <summary>
/// What collecting garbage costs by what causes it: fine alternation shares collections between the variants, so each
/// is charged by the bytes that it allocates.
/// </summary>
/// <remarks>Throws <see cref="ArgumentOutOfRangeException"/> for a price that is negative or not finite.</remarks>
/// <param name="NsPerByte">Collection time per allocated byte, in nanoseconds.</param>
public readonly record struct CollectionCharge(double NsPerByte)
{
    /// <summary>Collection time per allocated byte, in nanoseconds: finite, at least 0.</summary>
    public double NsPerByte { get; } = NonNegative(NsPerByte, nameof(NsPerByte));

    /// <summary>The price of a byte in a launch; 0 where nothing was allocated.</summary>
    /// <param name="collectionNs">The time spent in collections, in nanoseconds, at least 0.</param>
    /// <param name="allocatedBytes">The bytes allocated meanwhile, by all variants together, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static CollectionCharge Of(double collectionNs, double allocatedBytes)
    {
        NonNegative(collectionNs, nameof(collectionNs));
        return new CollectionCharge(NonNegative(allocatedBytes, nameof(allocatedBytes)) == 0
            ? 0
            : collectionNs / allocatedBytes);
    }

    /// <summary>The charge of an operation, in nanoseconds.</summary>
    /// <param name="bytesPerOperation">The bytes that one operation allocates, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or not finite.</exception>
    public double ForBytes(double bytesPerOperation) =>
        NsPerByte * NonNegative(bytesPerOperation, nameof(bytesPerOperation));

    internal static double NonNegative(double value, string parameter) =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "need a finite number, 0 or more");
}
