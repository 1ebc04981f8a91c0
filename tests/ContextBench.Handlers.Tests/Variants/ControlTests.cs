using System.Reflection;
using Xunit;

namespace ContextBench.Handlers.Tests.Variants;

/// <summary>The control is classic's source, compiled a second time.</summary>
public sealed class ControlTests
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Handlers = typeof(Variant).Assembly;

    public static TheoryData<string> ClassicTypes => [.. TypesOf("Classic").Select(type => type.FullName!)];

    [Fact]
    public void Classic_has_a_handler_a_service_and_a_log_and_control_the_same()
    {
        Assert.Superset(
            new HashSet<string> { "ClassicHandler", "ClassicEmailService", "ClassicLog" },
            TypesOf("Classic").Select(type => type.Name).ToHashSet());
        Assert.Equal(
            TypesOf("Classic").Select(type => AsControl(type.FullName!)).Order(StringComparer.Ordinal),
            TypesOf("Control").Select(type => type.FullName!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ClassicTypes))]
    public void Each_type_is_distinct_and_has_the_same_members(string typeName)
    {
        var (classic, control) = Pair(typeName);

        Assert.NotEqual(classic.TypeHandle, control.TypeHandle);
        Assert.Equal(AsControl($"{classic.BaseType}"), $"{control.BaseType}");
        Assert.Equal(classic.Attributes, control.Attributes);
        Assert.Equal(
            classic.GetMembers(Declared).Select(member => AsControl(Describe(member))).Order(StringComparer.Ordinal),
            control.GetMembers(Declared).Select(Describe).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ClassicTypes))]
    public void Each_method_has_code_of_the_same_size_and_shape(string typeName)
    {
        var (classic, control) = Pair(typeName);
        var controls = MethodsOf(control).ToDictionary(Describe);

        Assert.All(MethodsOf(classic), method =>
        {
            var one = method.GetMethodBody()!;
            var other = controls[AsControl(Describe(method))].GetMethodBody()!;
            Assert.NotEmpty(one.GetILAsByteArray()!);
            Assert.Equal(one.GetILAsByteArray()!.Length, other.GetILAsByteArray()!.Length);
            Assert.Equal(one.MaxStackSize, other.MaxStackSize);
            Assert.Equal(one.InitLocals, other.InitLocals);
            Assert.Equal(one.ExceptionHandlingClauses.Count, other.ExceptionHandlingClauses.Count);
            Assert.Equal(
                one.LocalVariables.Select(local => AsControl($"{local.LocalType}")),
                other.LocalVariables.Select(local => $"{local.LocalType}"));
        });
    }

    [Fact]
    public void The_state_machines_are_compared_too() =>
        // one of the handler's HandleAsync, one of the service's SendAsync
        Assert.Equal(2, TypesOf("Classic").Count(type => type.GetMethod("MoveNext", Declared) is not null));

    private static string AsControl(string text) => text.Replace("Classic", "Control", StringComparison.Ordinal);

    private static string Describe(MemberInfo member) => $"{member.MemberType} {member}";

    private static (Type Classic, Type Control) Pair(string typeName) =>
        (Handlers.GetType(typeName, throwOnError: true)!, Handlers.GetType(AsControl(typeName), throwOnError: true)!);

    // Nested types, so the compiler's own, have their outer type in the full name.
    private static IEnumerable<Type> TypesOf(string word) => Handlers.GetTypes()
        .Where(type => type.FullName!.StartsWith($"ContextBench.Handlers.Variants.{word}", StringComparison.Ordinal));

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMembers(Declared).OfType<MethodBase>().Where(method => method.GetMethodBody() is not null);
}
