using ContextBench.Agent;
using ContextBench.Workloads.Emails;

namespace ContextBench.Workloads.Tests;

/// <summary>Handlers that tests host; loaded, as any, in contexts of their own.</summary>
public static class TestHandlers
{
    /// <summary>A study of handlers of this assembly.</summary>
    /// <param name="variants">The variants, by name and class.</param>
    public static Study StudyOf(params (string Name, Type Handler)[] variants) => new(
        "test", "", EmailWorkload.Kind, typeof(TestHandlers).Assembly,
        [.. variants.Select(it => new Variant(it.Name, "", VariantRole.Candidate, it.Handler.FullName!))]);

    /// <summary>Logs, as it is created, that it is the first.</summary>
    public sealed class First : RequestHandler<EmailRequest>
    {
        public static RequestHandler Create(RequestServices services)
        {
            services.Lines.Write(null, "first");
            return new First();
        }

        public override Task HandleAsync(EmailRequest request) => Task.CompletedTask;
    }

    /// <summary>Logs, as it is created, that it is the second; and then the number of emails of each request.</summary>
    public sealed class Second(RequestServices services) : RequestHandler<EmailRequest>
    {
        public static RequestHandler Create(RequestServices services)
        {
            services.Lines.Write(null, "second");
            return new Second(services);
        }

        public override Task HandleAsync(EmailRequest request)
        {
            services.Lines.Write(null, $"{request.Emails!.Length} emails");
            return Task.CompletedTask;
        }
    }

    /// <summary>Cannot be created.</summary>
    public sealed class WithoutCreate : RequestHandler<EmailRequest>
    {
        public override Task HandleAsync(EmailRequest request) => Task.CompletedTask;
    }
}
