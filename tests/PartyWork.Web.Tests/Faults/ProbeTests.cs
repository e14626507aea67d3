using System.Net;

namespace PartyWork.Web.Tests.Faults;

/// <summary>What scanners ask for first: nothing of the installation lies within reach of an address, signed in or not.</summary>
public sealed class ProbeTests(App app) : IClassFixture<App>
{
    private static readonly string[] Files =
    [
        ".git/config", ".git/HEAD", ".env", ".htaccess", ".svn/entries", ".DS_Store", "appsettings.json", "appsettings.Development.json", "appsettings.Production.json", "web.config",
        "App_Data/partywork.db", "App_Data/partywork.db-wal", "App_Data/audit.key", "partywork.db", "PartyWork.Web.dll", "PartyWork.Web.pdb", "PartyWork.Web.deps.json", "PartyWork.Web.runtimeconfig.json",
        "bin/Debug/net10.0/PartyWork.Web.dll", "obj/project.assets.json", "Program.cs", "logs/app.log", "backup.zip", "backup.db", "dump.sql", "uploads/", "uploads/1", "files/", "wwwroot/", "wwwroot/site.css",
        "package.json", "package-lock.json", "node_modules/bootstrap/package.json", "Content/grading.yaml", "server-status", "actuator/env", "swagger/index.html", "swagger/v1/swagger.json", "elmah.axd", "trace.axd",
        "phpinfo.php", "wp-login.php", "druid/index.html", "nacos/", "console/", "manager/html", "metrics", "_framework/blazor.server.js", "hangfire", "common/download?fileName=/etc/passwd",
    ];

    private static readonly string[] Escapes =
    [
        "..%2fappsettings.json", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/appsettings.json", "lib/..%2f..%2fappsettings.json", "lib/%2e%2e%2f%2e%2e%2fApp_Data%2fpartywork.db", "..%5c..%5cappsettings.json",
        "evidence/..%2f..%2fetc%2fpasswd", "evidence/%2e%2e/%2e%2e/App_Data/audit.key", "%2fetc%2fpasswd", "lib/bootstrap/..%5c..%5c..%5cappsettings.json", "help/..%2f..%2fappsettings.json", "site.css/..%2f..%2fappsettings.json",
    ];

    [Theory]
    [InlineData(null)]
    [InlineData("orgdept")]
    public async Task No_probe_is_answered_with_a_page(string? account)
    {
        using var client = account is null ? app.CreateClient(new() { AllowAutoRedirect = false }) : await app.SignedInAsync(account);
        var answered = new List<string>();
        foreach (var path in Files.Concat(Escapes))
        {
            using var answer = await client.GetAsync("/" + path);
            var isSentToSignIn = account is null && answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.AbsolutePath == "/login";
            if (!isSentToSignIn && answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest))
            {
                answered.Add($"{(int)answer.StatusCode} /{path}");
            }
        }

        Assert.Empty(answered);
        Assert.True(Files.Length + Escapes.Length >= 60);
    }
}
