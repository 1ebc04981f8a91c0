using Xunit.Sdk;
using Xunit.v3;

// Tests here start processes that measure, and one changes the environment of this process: one after the other.
[assembly: Parallelization(Mode = ParallelMode.None)]
