using Xunit.Sdk;
using Xunit.v3;

// Some tests really measure in this process: garbage collections that other tests cause would fall into their slices.
[assembly: Parallelization(Mode = ParallelMode.None)]
