using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class RequestIdsTests
{
    private readonly RequestIds _ids = new();

    [Fact]
    public void A_random_id_is_a_GUID_of_36_characters()
    {
        var id = _ids.Next();

        Assert.Equal(36, id.Length);
        Assert.True(Guid.TryParseExact(id, "D", out _), id);
    }

    [Fact]
    public void Random_ids_are_distinct() =>
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => _ids.Next()).Distinct().Count());

    [Fact]
    public void Counted_ids_are_1_2_3_at_a_width_of_36()
    {
        _ids.StartCounting();

        // 35 zeros and a digit
        Assert.Equal("000000000000000000000000000000000001", _ids.Next());
        Assert.Equal("000000000000000000000000000000000002", _ids.Next());
        Assert.Equal("000000000000000000000000000000000003", _ids.Next());
    }

    [Fact]
    public void The_tenth_counted_id_is_as_wide_as_the_first()
    {
        _ids.StartCounting();

        for (var i = 1; i <= 9; i++)
            _ids.Next();

        Assert.Equal("000000000000000000000000000000000010", _ids.Next());
    }

    [Fact]
    public void Counting_starts_again_from_1()
    {
        _ids.StartCounting();
        var first = _ids.Next();
        _ids.Next();
        _ids.StartCounting();

        Assert.Equal(first, _ids.Next());
    }

    [Fact]
    public void After_counting_ids_are_random_again()
    {
        _ids.StartCounting();
        _ids.StopCounting();

        Assert.Contains('-', _ids.Next());
    }

    [Fact]
    public void Counted_from_many_threads_no_number_is_made_twice_or_left_out()
    {
        _ids.StartCounting();
        var made = new string[10_000];

        Parallel.For(0, made.Length, i => made[i] = _ids.Next());

        Assert.Equal(Enumerable.Range(1, made.Length), made.Select(int.Parse).Order());
    }
}
