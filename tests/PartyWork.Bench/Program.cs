using System.Globalization;
using System.Runtime.InteropServices;
using PartyWork.Bench;

// dotnet run -c Release --project tests/PartyWork.Bench            prints the ratios beside their goals; exit code 1 below a “must”
// dotnet run -c Release --project tests/PartyWork.Bench -- --seconds 2 --rounds 1    a quick look
// dotnet run -c Release --project tests/PartyWork.Bench -- --only save               those loads alone, beside no goals
// dotnet run -c Release --project tests/PartyWork.Bench -- --peer name=http://…      another system's list beside ours, as often as there are peers
if (args is ["floor", var database, var scratch, var address])
{
    return await Floor.ServeAsync(database, scratch, address);
}

const int Clients = 8, Exports = 4, SmallYears = 1, LargeYears = 10, SmallUnits = 200, LargeUnits = 2_000;
const string FloorUrl = "http://127.0.0.1:5291", SmallUrl = "http://127.0.0.1:5292", LargeUrl = "http://127.0.0.1:5293";
var (seconds, rounds) = (TimeSpan.FromSeconds(Option("--seconds", 3)), Option("--rounds", 3));
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "PartyWork.sln")))
{
    root = Path.GetDirectoryName(root)!;
}

var work = Path.Combine(root, "tests", "results", "bench");
var (program, small, large) = (Path.Combine(work, "program"), Path.Combine(work, "small.db"), Path.Combine(work, "large.db"));
Directory.CreateDirectory(work);
await PrepareAsync();

var report = new Report();
{
    await using var floor = await Server.StartAsync(Environment.ProcessPath!, ["floor", small, Path.Combine(work, "floor.db"), FloorUrl], work, [], FloorUrl + "/const");
    report.FirstConstant = floor.Age;
    await using var at10K = new Product(SmallUrl, small);
    await using var at1M = new Product(LargeUrl, large);
    await at10K.StartAsync(program, Clients);
    await at1M.StartAsync(program, Clients);
    report.FirstList = at10K.FirstList;
    using var plain = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(FloorUrl) };
    var committees = Committees();
    var turn = 0;
    (string Name, Server Server, Func<int, Task<HttpResponseMessage>> Send)[] loads =
    [
        ("constant 30 KB", floor, _ => plain.GetAsync("/const")),
        ("raw list", floor, _ => plain.GetAsync($"/rawlist/{committees[Interlocked.Increment(ref turn) % committees.Count]}")),
        ("raw save", floor, _ => plain.PostAsync($"/rawsave/{Interlocked.Increment(ref turn) % 10_000 + 1}", null)),
        ("list 10k", at10K.Server, at10K.ListAsync), ("item 10k", at10K.Server, at10K.ItemAsync), ("save 10k", at10K.Server, at10K.SaveAsync), ("dashboard 10k", at10K.Server, at10K.DashboardAsync),
        ("list 1M", at1M.Server, at1M.ListAsync), ("item 1M", at1M.Server, at1M.ItemAsync), ("save 1M", at1M.Server, at1M.SaveAsync), ("dashboard 1M", at1M.Server, at1M.DashboardAsync),
        .. Peers().Select(p => ($"peer {p.Name}", floor, (Func<int, Task<HttpResponseMessage>>)(_ => plain.GetAsync(p.Url)))),
    ];
    if (Array.IndexOf(args, "--only") is >= 0 and var only)
    {
        loads = [.. loads.Where(l => l.Name.Contains(args[only + 1], StringComparison.Ordinal))];
    }

    foreach (var load in loads)
    {
        await Load.RunAsync(Clients, seconds, load.Server, load.Send); // until the hot code is compiled
    }

    // There and back in every round, so that a machine that grows slower or faster treats all alike.
    for (var round = 0; round < rounds; round++)
    {
        foreach (var load in loads.Concat(loads.Reverse()))
        {
            report.Add(load.Name, await Load.RunAsync(Clients, seconds, load.Server, load.Send));
        }

        Console.Error.WriteLine($"round {round + 1} of {rounds}");
    }

    if (args.Contains("--only"))
    {
        report.PrintLoads();
        return 0;
    }

    report.Memory = at1M.Server.Memory;
    for (var export = 0; export < Exports; export++)
    {
        await at1M.ExportAsync();
    }

    report.ExportGrowth = at1M.Server.Memory - report.Memory;
}

return report.Print() ? 0 : 1;

int Option(string name, int standard) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;

// Pages of other systems: their processors are not ours to read, so only their requests a second count.
IEnumerable<(string Name, Uri Url)> Peers() => args.Index().Where(a => a.Item == "--peer").Select(a => args[a.Index + 1].Split('=', 2)).Select(p => (p[0], new Uri(p[1])));

// The program as it is published, the demo district, and from it the two databases; made once, and anew when the folder is deleted.
async Task PrepareAsync()
{
    await Server.RunAsync("dotnet", ["publish", Path.Combine(root, "src", "PartyWork.Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-o", program, "-nologo", "-v", "quiet"], root, []);
    if (File.Exists(small) && File.Exists(large))
    {
        return;
    }

    var demo = Path.Combine(work, "demo.db");
    foreach (var old in Directory.GetFiles(work, "*.db*"))
    {
        File.Delete(old);
    }

    await Server.RunAsync("dotnet", ["PartyWork.Web.dll", "demo"], program, new() { ["DOTNET_ENVIRONMENT"] = "Development", ["ConnectionStrings__PartyWork"] = $"Data Source={demo}" });
    BenchData.Build(demo, small, SmallYears, SmallUnits, Clients);
    BenchData.Build(demo, large, LargeYears, LargeUnits, Clients);
}

List<long> Committees()
{
    using var db = BenchData.Open(small, Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
    using var command = db.CreateCommand();
    command.CommandText = "SELECT Id FROM Organizations WHERE Level = 2";
    using var reader = command.ExecuteReader();
    var ids = new List<long>();
    while (reader.Read())
    {
        ids.Add(reader.GetInt64(0));
    }

    return ids;
}
