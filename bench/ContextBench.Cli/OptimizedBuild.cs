using System.Reflection;

namespace ContextBench.Cli;

/// <summary>Only optimized code is worth measuring.</summary>
internal static class OptimizedBuild
{
    /// <summary>Refuses a program that was built to be debugged.</summary>
    /// <param name="program">The program's assembly; all others are built with it.</param>
    /// <exception cref="UsageException">The JIT does not optimize it.</exception>
    public static void Require(Assembly program)
    {
        if (program.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
            throw new UsageException(
                "this is a Debug build, whose code is not optimized, so that nothing is measured: start " +
                "./run-bench.sh, or build with 'dotnet build Benchmarks.sln -c Release'");
    }
}
