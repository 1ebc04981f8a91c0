using Xunit;

namespace ContextBench.Statistics.Tests;

public sealed class PauleMandelTests
{
    [Fact]
    public void It_reproduces_the_published_analysis_of_the_CLASP_trials()
    {
        // DerSimonian and Kacker, Contemporary Clinical Trials 28 (2007) 105–114, tables 3 and 4, estimator PM:
        // tau 0.3681, log odds ratio −0.3811, standard error 0.2060. Data and numbers as in the R package metafor
        // (analysis example dersimonian2007): events and patients, treated and control.
        (double Events, double Of, double ControlEvents, double ControlOf)[] trials =
        [
            (5, 156, 8, 74), (5, 303, 17, 303), (12, 565, 9, 477),
            (69, 1570, 94, 1565), (9, 103, 11, 105), (313, 4659, 352, 4650),
        ];

        var (tauSquared, mean, error) = Consensus(
            [
                .. trials.Select(trial => Math.Log(
                    trial.Events / (trial.Of - trial.Events)
                    / (trial.ControlEvents / (trial.ControlOf - trial.ControlEvents)))),
            ],
            [
                .. trials.Select(trial => Math.Sqrt(
                    (1 / trial.Events) + (1 / (trial.Of - trial.Events))
                    + (1 / trial.ControlEvents) + (1 / (trial.ControlOf - trial.ControlEvents)))),
            ]);

        Assert.Equal(0.3681, Math.Sqrt(tauSquared), 0.00005);
        Assert.Equal(-0.3811, mean, 0.00005);
        Assert.Equal(0.2060, error, 0.00005);
    }

    [Fact]
    public void It_reproduces_the_published_tau_of_the_BCG_vaccine_trials()
    {
        // Colditz et al., Journal of the American Medical Association 271 (1994) 698–702: tuberculosis and none among
        // the vaccinated, then among the others. The log relative risks have tau² 0.3181: metafor, by iterating
        // DerSimonian and Laird's estimator to its fixed point, which is Paule and Mandel's.
        (double Ill, double Well, double OtherIll, double OtherWell)[] trials =
        [
            (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
            (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
            (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
        ];

        var tauSquared = PauleMandel.TauSquared(
            [
                .. trials.Select(trial => Math.Log(
                    trial.Ill / (trial.Ill + trial.Well) / (trial.OtherIll / (trial.OtherIll + trial.OtherWell)))),
            ],
            [
                .. trials.Select(trial => Math.Sqrt(
                    (1 / trial.Ill) - (1 / (trial.Ill + trial.Well))
                    + (1 / trial.OtherIll) - (1 / (trial.OtherIll + trial.OtherWell)))),
            ]);

        Assert.Equal(0.3181, tauSquared, 0.00005);
    }

    [Fact]
    public void With_equal_errors_tau_is_what_the_spread_exceeds_them_by()
    {
        var (tauSquared, mean, error) = Consensus([1, 3, 5], [1, 1, 1]);

        // Sample variance 4 = 1 + tau². Weights 1 / 4: error 1 / √(3 / 4)
        Assert.Equal(3, tauSquared, 1e-12);
        Assert.Equal(3, mean, 1e-12);
        Assert.Equal(2 / Math.Sqrt(3), error, 1e-12);
    }

    [Fact]
    public void Values_closer_than_their_errors_have_no_true_differences()
    {
        // Weights 1 and 1/4: mean (1 + 1) / 1.25 = 1.6; residuals 0.36 + 5.76 / 4 = 1.8 > 1, so tau² > 0 …
        Assert.True(PauleMandel.TauSquared([1, 4], [1, 2]) > 0);
        // … and half as far apart they are 0.45 ≤ 1.
        Assert.Equal((0, 1.3, Math.Sqrt(0.8)), Consensus([1, 2.5], [1, 2]));
    }

    [Fact]
    public void Identical_values_have_no_true_differences() =>
        Assert.Equal(0, PauleMandel.TauSquared([0.1, 0.1, 0.1], [1, 2, 3]));

    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 1.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0, 0.0 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0, double.NaN })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1.0, double.PositiveInfinity })]
    [InlineData(new[] { 1.0, double.NaN }, new[] { 1.0, 1.0 })]
    public void Too_few_values_and_unusable_errors_are_refused(double[] values, double[] errors) =>
        Assert.Throws<ArgumentException>(() => PauleMandel.TauSquared(values, errors));

    // The consensus with that tau², and its error.
    private static (double TauSquared, double Mean, double Error) Consensus(double[] values, double[] errors)
    {
        var tauSquared = PauleMandel.TauSquared(values, errors);
        double[] weights = [.. errors.Select(error => 1 / ((error * error) + tauSquared))];
        return (tauSquared, WeightedMean.Of(values, weights), 1 / Math.Sqrt(weights.Sum()));
    }
}
