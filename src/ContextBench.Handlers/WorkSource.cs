namespace ContextBench.Handlers;

/// <summary>
/// Makes the work that is added to variants: to none of a process's variants, or to every one of them, so that a
/// variant with a dose differs from the others by the dose and by no wrapper.
/// </summary>
internal sealed class WorkSource
{
    private readonly double _workloadUs;
    private readonly bool _isNone;
    private readonly double _speed;

    /// <summary>Measures the machine's speed, where there is any work to add.</summary>
    /// <param name="workload">What a request of any variant does.</param>
    /// <param name="isDosed">Whether a variant of the process has a dose.</param>
    public WorkSource(Workload workload, bool isDosed)
    {
        _workloadUs = workload.WorkMicroseconds;
        _isNone = _workloadUs == 0 && !isDosed;
        _speed = _isNone ? 0 : CpuWork.MeasureSpeed();
    }

    /// <summary>Adds the workload's work, and a dose, to a handler.</summary>
    public RequestHandler AddTo(RequestHandler handler, Dose dose) => _isNone
        ? handler
        : new WorkingHandler(handler, new InjectedWork(
            CpuWork.Lasting(_workloadUs + dose.WorkMicroseconds, _speed),
            dose.AllocatedBytes,
            dose.RareShare,
            CpuWork.Lasting(dose.RareMicroseconds, _speed)));
}
