using Xunit;

namespace ContextBench.Handlers.Tests;

public sealed class WorkTimesTests
{
    [Fact]
    public void Work_that_was_not_timed_took_nothing() =>
        Assert.Equal(new WorkTime(Iterations: 7, Ns: 0, Samples: 0), new WorkTimes().Take(iterations: 7));

    [Fact]
    public void What_was_taken_is_forgotten()
    {
        var times = new WorkTimes();
        times.Run(new CpuWork(1_000));

        Assert.Equal(1, times.Take(1_000).Samples);
        Assert.Equal(0, times.Take(1_000).Samples);
    }

    [Fact]
    public void The_latest_times_are_kept()
    {
        var times = new WorkTimes();
        var work = new CpuWork(0);
        for (var i = 0; i < 20_000; i++)
            times.Run(work);

        Assert.Equal(16_384, times.Take(0).Samples);
    }

    [Fact]
    public async Task One_request_in_16_of_every_variant_is_timed_and_its_iterations_are_told()
    {
        using var host = new HandlerHost(
            Workload.Article with { Emails = 0 }, VariantCatalogue.GetAll(["classic", "classic+10us"]), workSpeed: 100);
        var request = new EmailRequest([]);
        for (var i = 0; i < 16_000; i++)
        {
            await host["classic"].HandleAsync(request);
            await host["classic+10us"].HandleAsync(request);
        }

        var times = host.TakeWorkTimes();

        // 1000 of 16,000 on average, with a standard deviation of 31: seven of them to either side.
        Assert.InRange(times["classic"].Samples, 780, 1220);
        Assert.Equal(0, times["classic"].Iterations);
        Assert.InRange(times["classic+10us"].Samples, 780, 1220);
        Assert.Equal(1_000, times["classic+10us"].Iterations); // 10 µs of 100 iterations each
    }

    [Fact]
    public void Where_no_work_is_added_nothing_is_timed()
    {
        using var host = new HandlerHost(Workload.Article, VariantCatalogue.All);

        Assert.Empty(host.TakeWorkTimes());
    }

    [Fact]
    public void A_process_whose_own_variant_has_no_dose_is_timed_with_those_that_do()
    {
        using var host = new HandlerHost(Workload.Article, [VariantCatalogue.Baseline], isDosed: true);

        Assert.Equal(["classic"], host.TakeWorkTimes().Keys);
    }
}
