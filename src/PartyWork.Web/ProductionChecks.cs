using System.Net;
using Microsoft.Data.SqlClient;
using PartyWork.Domain;
using PartyWork.Web.Security;

namespace PartyWork.Web;

/// <summary>What Production does not start with: settings that are missing, copied from an example, or give the data away.</summary>
public static class ProductionChecks
{
    private const int KeyBytes = 32, LeastDistinctBytes = 12, LeastIterations = 100_000;

    private static readonly string[] SampleWords = ["password", "passw0rd", "p@ssw0rd", "changeme", "change_me", "your_", "example", "qinghe", "123456"];

    /// <exception cref="BrokenRuleException">With the setting's name and what it should be.</exception>
    public static void Require(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("PartyWork") ?? "";
        Rule.Require(connection.Trim().Length > 0, "ConnectionStrings:PartyWork is empty.");
        if (configuration["Database:Provider"] == "SqlServer")
        {
            var server = new SqlConnectionStringBuilder(connection);
            Rule.Require(server.Encrypt != SqlConnectionEncryptOption.Optional, "ConnectionStrings:PartyWork has Encrypt=False: passwords and names would cross the network in the clear. Remove it, or set Encrypt=True.");
            Rule.Require(!server.TrustServerCertificate || configuration.GetValue("Security:TrustDatabaseCertificate", false), "ConnectionStrings:PartyWork has TrustServerCertificate=True: whoever stands between would be taken for the database. Remove it and name the server's certificate with ServerCertificate=FILE; on a private network only, set Security:TrustDatabaseCertificate=true.");
            Rule.Require(server.IntegratedSecurity || !IsSample(server.Password), "ConnectionStrings:PartyWork has no password, or one that stands in examples. Choose another.");
        }

        if (configuration["Security:AuditKey"] is { Length: > 0 } text)
        {
            var key = new byte[text.Length];
            Rule.Require(Convert.TryFromBase64String(text, key, out var length), "Security:AuditKey is not base64. Make one with: openssl rand -base64 32");
            Rule.Require(length >= KeyBytes, $"Security:AuditKey has {length} bytes; it needs {KeyBytes}. Make one with: openssl rand -base64 32");
            Rule.Require(key.AsSpan(0, length).ToArray().Distinct().Count() >= LeastDistinctBytes, "Security:AuditKey is not random. Make one with: openssl rand -base64 32");
        }

        var proxy = (configuration.GetSection("Security:Proxies").Get<string[]>() ?? []).FirstOrDefault(p => !IPAddress.TryParse(p, out _));
        Rule.Require(proxy is null, $"Security:Proxies has “{proxy}”, which is no address.");
        var iterations = configuration.GetValue($"Security:Accounts:{nameof(AccountRules.HashIterations)}", new AccountRules().HashIterations);
        Rule.Require(iterations >= LeastIterations, $"Security:Accounts:{nameof(AccountRules.HashIterations)} is {iterations}; passwords need at least {LeastIterations}.");
    }

    private static bool IsSample(string password) => password.Length == 0 || SampleWords.Any(w => password.Contains(w, StringComparison.OrdinalIgnoreCase));
}
