using ContextBench.Server;

var app = ServerApplication.Create(args);
if (app.Configuration.GetValue<bool>("controlled"))
    await ControlledServer.RunAsync(app, Console.In, Console.Out);
else
    await app.RunAsync();
