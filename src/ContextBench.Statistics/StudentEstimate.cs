using MathNet.Numerics.Distributions;

namespace ContextBench.Statistics;

/// <summary>
/// An estimate whose error, in units of its standard error, follows Student's t distribution. Whatever way launches are
/// combined, these three numbers give its intervals and its p-value.
/// </summary>
internal readonly record struct StudentEstimate(double Center, double StandardError, double DegreesOfFreedom)
{
    /// <summary>The mean of at least two values, each counting the same: n − 1 degrees of freedom.</summary>
    public static StudentEstimate OfMean(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
            throw new ArgumentException($"need at least 2 values for a spread; got {values.Count}", nameof(values));

        return OfMean(SampleMoments.Of(values));
    }

    /// <inheritdoc cref="OfMean(IReadOnlyList{double})"/>
    public static StudentEstimate OfMean(SampleMoments moments) =>
        new(moments.Mean, moments.StandardError, moments.Count - 1);

    /// <summary>
    /// The estimate as it would stand if its values were <paramref name="to"/> instead of <paramref name="from"/>: the
    /// error shrinks with the root of their number, and the effective number of values grows in proportion.
    /// </summary>
    public StudentEstimate Projected(int from, int to)
    {
        var growth = (double)to / from;
        return new StudentEstimate(Center, StandardError / Math.Sqrt(growth), ((DegreesOfFreedom + 1) * growth) - 1);
    }

    /// <summary>
    /// The two-sided p-value of the hypothesis that the truth is 0; without an error, 1 where it is 0, else 0.
    /// </summary>
    public double PValue => StandardError == 0
        ? (Center == 0 ? 1 : 0)
        : 2 * StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Center / StandardError));

    /// <summary>The two-sided interval that covers the truth with the given probability.</summary>
    public Interval At(double confidence)
    {
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1");

        var halfWidth = StandardError * StudentT.InvCDF(0, 1, DegreesOfFreedom, (1 + confidence) / 2);
        return new Interval(Center - halfWidth, Center + halfWidth);
    }
}
