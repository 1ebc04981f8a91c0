using ContextBench.Agent;
using ContextBench.Handlers;
using ContextBench.Workloads.Emails;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ContextBench.Server.Tests;

public sealed class ServerOptionsTests
{
    [Fact]
    public void Unless_told_it_hosts_every_variant_in_the_catalogues_order_for_the_articles_workload()
    {
        var options = From();

        Assert.Equal(EmailWorkload.Article, options.Workload);
        Assert.Equal(StudyCatalogue.Default.Variants.Select((variant, slot) => (variant.Name, slot)), options.Routes);
        Assert.Null(options.Settings.ConsoleFile);
    }

    [Fact]
    public void The_workload_is_read_from_its_options() =>
        Assert.Equal(
            new EmailWorkload(7, SendMode.Delay, 12.5, SinkKind.Console),
            From("--emails=7", "--send=Delay", "--work-us=12.5", "--sink=Console").Workload);

    [Fact]
    public void Modes_and_sinks_are_read_in_lower_case_too() =>
        Assert.Equal(
            EmailWorkload.Article with { Send = SendMode.Sync, Sink = SinkKind.Console },
            From("--send=sync", "--sink=console").Workload);

    [Fact]
    public void The_console_file_is_read() =>
        Assert.Equal("/tmp/log", From("--console-file=/tmp/log").Settings.ConsoleFile);

    [Fact]
    public void Routes_keep_their_order_and_slots() =>
        Assert.Equal(
            [("no-id", 4), ("classic", 0), ("async-local", 99)],
            From("--routes=no-id=4,classic=0,async-local=99").Routes.Select(route => (route.Variant, route.Slot)));

    [Fact]
    public void One_route_will_do() =>
        Assert.Equal(
            ("classic", 3),
            From("--routes=classic=3").Routes.Select(route => (route.Variant, route.Slot)).Single());

    [Theory]
    [InlineData("")]
    [InlineData("classic")]
    [InlineData("classic=")]
    [InlineData("classic=first")]
    [InlineData("classic=0=1")]
    [InlineData("classic=0,")]
    [InlineData("classic=0;control=1")]
    [InlineData("classic=99999999999")]
    public void Routes_that_are_no_list_are_refused_with_the_form_to_write(string routes)
    {
        var exception = Assert.Throws<FormatException>(() => From($"--routes={routes}"));

        Assert.Contains($"'{routes}'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("variant=slot", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_variant_is_refused_by_its_name() =>
        Assert.Contains(
            "'clasic'", Assert.ThrowsAny<Exception>(() => From("--routes=clasic=0")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("-1")]
    [InlineData("100")] // its path would be longer than the others: /slot100/emails
    public void A_slot_outside_0_to_99_is_refused(string slot) =>
        Assert.Contains(
            slot, Assert.ThrowsAny<Exception>(() => From($"--routes=classic=0,control={slot}")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Two_variants_on_one_slot_are_refused() =>
        Assert.Contains(
            "7", Assert.ThrowsAny<Exception>(() => From("--routes=classic=7,control=7")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--send=later", "send")]
    [InlineData("--sink=nowhere", "sink")]
    [InlineData("--work-us=much", "work-us")]
    [InlineData("--emails=many", "emails")]
    public void A_value_that_cannot_be_read_is_refused_by_its_key(string option, string key) =>
        Assert.Contains(
            $"'{key}'", Assert.ThrowsAny<Exception>(() => From(option)).Message, StringComparison.Ordinal);

    private static ServerOptions From(params string[] args) =>
        ServerOptions.From(new ConfigurationBuilder().AddCommandLine(args).Build());
}
