using System.CommandLine;
using ContextBench.Handlers;
using ContextBench.Measurement.Inspections;
using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Observations;

namespace ContextBench.Cli.Commands;

internal static class InspectCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var v = new Argument<string[]>("VARIANT") { Arity = ArgumentArity.OneOrMore };
        var tier = new Option<string>("--tier") { DefaultValueFactory = _ => "kestrel" };
        var n = new Option<int>("--requests") { DefaultValueFactory = _ => 200 };
        var e = new Option<int>("--emails") { DefaultValueFactory = _ => 3 };
        var command = new Command("inspect", "x") { v, tier, n, e };
        command.SetAction(async (r, c) =>
        {
            var layout = RepositoryLayout.Find(AppContext.BaseDirectory);
            foreach (var name in r.GetValue(v)!)
            {
                var plan = new LaunchPlan
                {
                    Tier = r.GetValue(tier)!,
                    Launch = 1,
                    Seed = 1,
                    Variants = [name],
                    Workload = Workload.Article with { Emails = r.GetValue(e) },
                    SliceOperations = 16,
                    Connections = 1,
                    MeasureSeconds = 1,
                    MostWarmUpSeconds = 8,
                    Server = layout.Server,
                };
                var clock = System.Diagnostics.Stopwatch.StartNew();
                var i = await new Inspector(layout.CliAssembly, [InspectedProcessCommand.Name]).InspectAsync(plan, r.GetValue(n), c);
                output.WriteLine(ObservationJson.Write(i with { Types = [] }) + clock.Elapsed);
                output.WriteLine(i.TypedBytes);
                foreach (var t in i.Types)
                    output.WriteLine(t);
            }
            return 0;
        });
        return command;
    }
}
