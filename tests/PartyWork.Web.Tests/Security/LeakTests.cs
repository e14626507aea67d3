using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Security;

/// <summary>
/// A canary in every free text of every organisation, then each role walks through all it can reach: pages, searches, counts' lists and workbooks. Nobody
/// sees the canary of an organisation outside the post's subtree, but for what a department is given; assessors see what their team has drawn, administrators none.
/// Nor is the telephone of anybody who has no post there shown in full.
/// </summary>
public sealed partial class LeakTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private const int MostPages = 80, LinksOfAKind = 3, ShortestText = 100;
    private const char Mark = '雀';

    private static readonly string[] Business = ["wenming.officer", "chunhui.officer", "wangjiang.secretary", "yuanda.secretary", "firstsec", "jiguan.secretary", "talent", "shegong", "zhujian"];
    private static readonly string[] Assessors = ["assessor1", "teamlead1"];
    private static readonly string[] Blind = [.. Assessors, "sysadmin", "secadmin", "auditor"];

    [Fact]
    public async Task Nobody_sees_a_word_of_an_organisation_outside_the_subtree()
    {
        var planted = await PlantAsync();
        Assert.InRange(planted, 2_000, int.MaxValue);
        var (parents, posts) = await app.WithDbAsync(async db => (
            await db.Organizations.Select(o => new { o.Id, Parent = o.Affiliations.Where(a => a.To == null).Select(a => (int?)a.ParentId).FirstOrDefault() }).ToDictionaryAsync(o => o.Id, o => o.Parent),
            await db.Users.ToDictionaryAsync(u => u.UserName!, u => db.PostHoldings.Where(h => h.PersonId == u.PersonId && h.To == null).OrderBy(h => h.Kind).Select(h => h.OrganizationId).First())));
        var charged = await app.WithDbAsync(db => db.DomainCharges.Join(db.Organizations, c => c.Domain, o => o.Domain, (c, o) => ValueTuple.Create(c.OrganizationId, o.Id)).ToHashSetAsync());
        var asked = await app.WithDbAsync(db => db.CoordinationItems.Where(i => i.DepartmentId != null).Select(i => ValueTuple.Create(i.DepartmentId!.Value, i.OrganizationId)).ToHashSetAsync());
        var leading = await app.WithDbAsync(db => db.DemonstrationBelts.Select(b => b.OrganizationId).ToHashSetAsync());
        var drawn = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Stage == RoundStage.OnSite && s.Round.Plan.AccessUntil >= new DateOnly(2026, 12, 18) && s.Team!.Members.Any(m => m.Name == "何敏之")).Select(s => s.OrganizationId).ToHashSetAsync());
        var held = (await app.WithDbAsync(db => db.PostHoldings.Select(h => new { h.PersonId, h.OrganizationId }).ToListAsync())).ToLookup(h => h.PersonId, h => h.OrganizationId);
        var persons = await app.WithDbAsync(db => db.Users.ToDictionaryAsync(u => u.UserName!, u => u.PersonId));
        var (leaks, own) = (new List<string>(), 0);
        foreach (var account in Business.Concat(Blind))
        {
            var (pages, seen, called) = await WalkAsync(account);
            leaks.AddRange(called.Where(c => c.Person != persons[account] && !held[c.Person].Any(o => IsUnder(o, posts[account]) || IsGiven(account, o, c.Path))).Select(c => $"{account} sees the telephone of person {c.Person} at {c.Path}").Distinct().Take(10));
            var foreign = seen.Where(s => !(Blind.Contains(account) ? Assessors.Contains(account) && drawn.Contains(s.Organization) : IsUnder(s.Organization, posts[account]) || IsGiven(account, s.Organization, s.Path))).Select(s => $"{account} sees organisation {s.Organization} at {s.Path}");
            leaks.AddRange(foreign.Distinct().Take(10));
            output.WriteLine($"{account}: {pages} pages, {seen.Count} canaries");
            own += seen.Count(s => IsUnder(s.Organization, posts[account]));
            Assert.True(account is not ("shegong" or "zhujian") || seen.Count > 0, account); // what they are given is planted too
        }

        Assert.Empty(leaks);
        Assert.InRange(own, 200, int.MaxValue); // and the canaries are where people look

        // 归口: the department in charge reads the domain; a liaison reads the matters given to the department, and where they are told nothing else.
        bool IsGiven(string account, int organization, string path) => account switch
        {
            "shegong" => charged.Contains((posts[account], organization)) || (leading.Contains(organization) && path.StartsWith("/demonstration-sites", StringComparison.Ordinal)), // whoever reads a site reads the belt it belongs to
            "zhujian" => asked.Contains((posts[account], organization)) && (path.StartsWith("/coordination", StringComparison.Ordinal) || path.Contains("handler=Brief", StringComparison.Ordinal)), // the brief lists the matters too
            _ => false,
        };

        bool IsUnder(int organization, int upper)
        {
            for (int? at = organization; at is { } id; at = parents.GetValueOrDefault(id))
            {
                if (id == upper)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private async Task<(int Pages, HashSet<(int Organization, string Path)> Seen, HashSet<(int Person, string Path)> Called)> WalkAsync(string account)
    {
        using var client = await app.SignedInAsync(account);
        var (taken, kinds, seen, called) = (new HashSet<string>(), new Dictionary<string, int>(), new HashSet<(int, string)>(), new HashSet<(int, string)>());
        var queue = new Queue<string>(Handlers.All.Where(h => h.Method == "GET" && !h.Path.Contains('{', StringComparison.Ordinal)).Select(h => h.Path)
            .Concat(["/lists/tasks", "/lists/problems", "/organizations", "/users", "/users/below", "/reports", "/lists"]).Select(p => p.Contains('?', StringComparison.Ordinal) ? p : $"{p}?Words={Mark}&q={Mark}")
            .Concat(Handlers.All.Where(h => h.Method == "GET" && !h.Path.Contains('{', StringComparison.Ordinal)).Select(h => h.Path)));
        var pages = 0;
        while (pages < MostPages && queue.TryDequeue(out var path))
        {
            if (!taken.Add(path))
            {
                continue;
            }

            using var answer = await client.GetAsync(path);
            if (answer.Headers.Location is { OriginalString: ['/', ..] } next)
            {
                queue.Enqueue(next.OriginalString);
            }

            pages += answer.IsSuccessStatusCode ? 1 : 0;
            var html = answer.Content.Headers.ContentType?.MediaType == "text/html";
            var text = html ? await answer.Content.ReadAsStringAsync() : await UnpackAsync(answer);
            seen.UnionWith(Canary().Matches(text).Select(m => (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), path)));
            called.UnionWith(Telephone().Matches(text).Select(m => (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), path)));

            foreach (var link in html ? (await client.PageAsync(answer)).All("a[href]").OfType<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(l => l.StartsWith('/')) : [])
            {
                var kind = Numbers().Replace(link, "");
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] <= LinksOfAKind)
                {
                    queue.Enqueue(link);
                }
            }
        }

        return (pages, seen, called);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder();
        await using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }

    /// <returns>How many texts carry a canary now. What the program reads back itself, keys and JSON, is left alone.</returns>
    private Task<int> PlantAsync() => app.WithDbAsync(async db =>
    {
        var planted = 0;
        await db.EvidenceUses.Where(u => u.OrganizationId != u.Item.OrganizationId).ExecuteDeleteAsync(); // shown to the other side on purpose: EvidenceStoryTests
        await db.Persons.ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, p => "139" + (p.Id + 40_000_000)));
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IBelongToOrganization)) && t.ClrType != typeof(MeetingRule) && t.ClrType != typeof(DecisionRule) && t.GetTableName() is not null)) // the district's rules are made to be known
        {
            foreach (var text in entity.GetProperties().Where(p => p.ClrType == typeof(string) && (p.GetMaxLength() ?? int.MaxValue) >= ShortestText && !p.IsKey() && !p.IsForeignKey() && !p.IsIndex()))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                var column = text.GetColumnName();
                command.CommandText = $"UPDATE {entity.GetTableName()} SET {column} = CONCAT({column}, '{Mark}', OrganizationId, '{Mark}') WHERE {column} <> '' AND {column} NOT LIKE '{{%' AND SUBSTRING({column}, 1, 1) <> '['";
                planted += await command.ExecuteNonQueryAsync();
            }
        }

        return planted;
    });

    // 139 and the person's number above 40,000,000.
    [GeneratedRegex(@"(?<!\d)1394(\d{7})(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex("雀(\\d+)雀")]
    private static partial Regex Canary();

    [GeneratedRegex(@"\d+|=[^&]*")]
    private static partial Regex Numbers();
}
