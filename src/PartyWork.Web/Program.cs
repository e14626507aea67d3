using System.Text.Encodings.Web;
using System.Text.Unicode;
using PartyWork.Web;

// A published program started from elsewhere still finds its settings beside itself.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});
builder.AddPartyWork();
var app = builder.Build();
app.UsePartyWork();
return await Commands.RunAsync(app, args);
