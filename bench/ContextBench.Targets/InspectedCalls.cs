using System.Diagnostics;

namespace ContextBench.Targets;

/// <summary>
/// The <c>handler</c> tier for an inspection: calls the handler and allocates nothing itself, where a launch's own loop
/// awaits the call and so allocates in the process under test.
/// </summary>
public sealed class InspectedCalls : OwnProcessTarget
{
    private readonly RequestHandler _handler;
    private readonly Func<RequestHandler, Task> _call;

    public InspectedCalls(LaunchPlan plan)
        : base(HostOf(plan, plan.Study.Names))
    {
        _handler = Host[plan.Study.Names[0]];
        _call = WorkloadOf(plan).CreateCall();
    }

    /// <inheritdoc/>
    public override ValueTask<SliceCost> RunSliceAsync(int variant, int operations)
    {
        var start = Stopwatch.GetTimestamp(); // reading a CPU clock may allocate
        for (var i = 0; i < operations; i++)
        {
            var call = _call(_handler);
            for (var wait = default(SpinWait); !call.IsCompleted;)
                wait.SpinOnce(sleep1Threshold: -1);
            call.GetAwaiter().GetResult();
        }

        return ValueTask.FromResult(
            new SliceCost((long)Stopwatch.GetElapsedTime(start).TotalNanoseconds, CpuNs: 0));
    }
}
