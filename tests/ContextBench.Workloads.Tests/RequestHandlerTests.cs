using ContextBench.Workloads.Emails;
using Xunit;

namespace ContextBench.Workloads.Tests;

public sealed class RequestHandlerTests
{
    [Fact]
    public void Dispatch_calls_the_handler_once_with_the_request_and_returns_its_task()
    {
        var handler = new RecordingHandler();
        var request = new EmailRequest([]);

        var task = RequestHandler.Dispatch(handler, request);

        Assert.Same(handler.Task, task);
        Assert.Same(request, Assert.Single(handler.Requests));
    }

    private sealed class RecordingHandler : RequestHandler<EmailRequest>
    {
        public List<EmailRequest> Requests { get; } = [];

        public Task Task { get; } = new TaskCompletionSource().Task;

        public override Task HandleAsync(EmailRequest request)
        {
            Requests.Add(request);
            return Task;
        }
    }
}
