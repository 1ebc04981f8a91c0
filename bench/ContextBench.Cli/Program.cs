using ContextBench.Measurement.Launches;
using ContextBench.Measurement.Machine;
using ContextBench.Measurement.Runs;
using ContextBench.Handlers;
if (args[0] == "launch") { await LaunchProgram.RunAsync(Console.In, Console.Out); return; }
int slice = int.Parse(args[1]), conns = int.Parse(args[2]), launches = int.Parse(args[3]); double secs = double.Parse(args[4]);
var plan = new RunPlan { Profile="x", Tiers=[ new TierPlan{Tier=args[0],Launches=launches,SliceOperations=slice,Connections=conns,MeasureSeconds=secs,MostWarmUpSeconds=8}], Variants=args[5].Split(','), Workload=Workload.Article, MarginPercent=1, Seed=int.Parse(args[7]) };
var dir = new RunDirectory(args[6]); dir.Create();
dir.WriteEnvironment(EnvironmentManifest.Observe(plan, ProcessorPlan.For(2), null, TimeProvider.System));
await new Runner(new LaunchProcess(typeof(Program).Assembly.Location, ["launch"]), Path.GetFullPath("bench/ContextBench.Server/bin/Release/net10.0/ContextBench.Server.dll"), ProcessorPlan.For(2)).RunAsync(plan, dir, p => Console.Error.WriteLine(p), default);
