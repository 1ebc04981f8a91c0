using ContextBench.Measurement.Machine;
using Xunit;

namespace ContextBench.Measurement.Tests.Machine;

public sealed class ProcessorIdentityTests
{
    private static readonly string[] CpuInfo =
    [
        "processor\t: 0", "vendor_id\t: AuthenticAMD", "cpu family\t: 25", "model\t\t: 1",
        "model name\t: AMD EPYC", "stepping\t: 1", "", "processor\t: 1", "vendor_id\t: Another", "model\t\t: 7",
    ];

    [Fact]
    public void Linux_tells_vendor_family_model_and_stepping_of_the_first_processor()
    {
        var identity = ProcessorIdentity.FromCpuInfo(CpuInfo, "L2 512K");

        Assert.Equal(new ProcessorIdentity("AuthenticAMD", "25", "1", "1", "L2 512K"), identity);
        Assert.Equal("AuthenticAMD family 25 model 1 stepping 1 (L2 512K)", identity.Describe());
    }

    [Fact]
    public void Windows_tells_them_in_one_variable() => Assert.Equal(
        new ProcessorIdentity("AuthenticAMD", "25", "33", "2", null),
        ProcessorIdentity.FromWindows("AMD64 Family 25 Model 33 Stepping 2, AuthenticAMD"));

    [Fact]
    public void An_arm_processor_tells_none_of_them_and_is_like_no_other()
    {
        var arm = ProcessorIdentity.FromCpuInfo(
            ["processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd40"], "L2 1024K");

        Assert.False(ProcessorIdentity.AreSame(arm, arm));
        Assert.Null(arm.Describe());
    }

    [Fact]
    public void Two_of_one_name_are_the_same_where_all_of_it_is()
    {
        var one = ProcessorIdentity.FromCpuInfo(CpuInfo, "L2 512K");

        Assert.True(ProcessorIdentity.AreSame(one, ProcessorIdentity.FromCpuInfo(CpuInfo, "L2 512K")));
        Assert.False(ProcessorIdentity.AreSame(one, ProcessorIdentity.FromCpuInfo(CpuInfo, "L2 1024K")));
        Assert.False(ProcessorIdentity.AreSame(one, null));
        Assert.False(ProcessorIdentity.AreSame(null, null));
    }

    [Fact]
    public void Caches_are_named_by_level_and_kind()
    {
        var folder = Directory.CreateTempSubdirectory("cache").FullName;
        try
        {
            foreach (var (index, level, type, size) in new[]
            {
                (0, "1", "Data", "48K"), (1, "1", "Instruction", "32K"), (2, "2", "Unified", "1024K"),
            })
            {
                var cache = Directory.CreateDirectory(Path.Combine(folder, $"index{index}")).FullName;
                File.WriteAllText(Path.Combine(cache, "level"), level + "\n");
                File.WriteAllText(Path.Combine(cache, "type"), type + "\n");
                File.WriteAllText(Path.Combine(cache, "size"), size + "\n");
            }

            Assert.Equal("L1d 48K, L1i 32K, L2 1024K", ProcessorIdentity.CachesIn(folder));
            Assert.Null(ProcessorIdentity.CachesIn(Path.Combine(folder, "nothing")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
