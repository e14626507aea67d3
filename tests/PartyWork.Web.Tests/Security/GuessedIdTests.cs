using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Security;

/// <summary>Ids are guessed in the address, the query and the form: nothing fails, and what is a neighbour's looks like what is not there.</summary>
public sealed partial class GuessedIdTests(App app, ITestOutputHelper output) : IClassFixture<App>
{
    private static readonly string[] Guesses = ["0", "-1", "2147483647", "99999999999999999999", "..%2F", "../", "文字", "1.5", "1%20OR%201=1"];

    [Fact]
    public async Task No_id_however_wrong_makes_the_program_fail()
    {
        var tried = 0;
        foreach (var account in (string[])["chunhui.secretary", "orgdept", "sysadmin"])
        {
            using var client = await app.SignedInAsync(account);
            var token = await TokenAsync(client);
            foreach (var handler in Handlers.All.Where(h => h.Page != "/Account/Logout" && (h.Path + h.Body).Contains('{', StringComparison.Ordinal)))
            {
                foreach (var guess in Guesses)
                {
                    var (status, _) = await SendAsync(client, handler.Method, Braces().Replace(handler.Path, guess), Braces().Replace(handler.Body, guess), token);
                    Assert.True((int)status < 500, $"{account} {handler.Key} {guess}: {(int)status}");
                    tried++;
                }
            }
        }

        output.WriteLine($"{tried} guesses");
    }

    [Fact]
    public async Task No_query_or_field_however_wrong_makes_a_page_fail()
    {
        string[] queries =
        [
            "p=-1", "p=2147483647", "p=0", "P=x", "year=0", "year=99999", "year=2100", "year=2000", "Period=9", "Status=99", "Status=x", "Level=7", "Light=12", "tab=x", "tab=check",
            "From=0001-01-01&To=9999-12-31", "From=9999-12-31", "To=0001-01-01", "Before=-1", "Before=9223372036854775807", "Words=%25%27%5B", "q=%27%22%3C", "Committee=-1",
            "Committee=2147483647", "Domain=99", "under=%27", "Id=2147483647", "PersonId=-1", "Person=%27", "Kind=x", "upload=-1",
        ];
        var lists = await app.FilingAsync("QH01", 0);
        foreach (var (account, paths) in new (string, string[])[]
        {
            ("chunhui.secretary", [$"/lists/{lists}", $"/lists/{lists}/import", "/lists", "/lists/tasks", "/lists/problems", "/reports", "/organizations", "/my", "/dashboard", "/evidence", "/ledger"]),
            ("orgdept", ["/plan", "/agreements", "/agreements/issue", "/agreements/signing", "/agreements/posts", "/years/calendar", "/dashboard/leader", "/reports", "/assessments/rounds/new", "/assessments/rounds/3", "/assessments/rounds/3/draw", "/assessments/rounds/3/recusals", "/assessments/rounds/3/feedback"]), ("sysadmin", ["/users", "/users/new"]), ("auditor", ["/audit"]),
        })
        {
            using var client = await app.SignedInAsync(account);
            foreach (var path in paths)
            {
                foreach (var query in queries)
                {
                    using var answer = await client.GetAsync($"{path}?{query}");
                    Assert.True((int)answer.StatusCode < 500, $"{path}?{query}: {(int)answer.StatusCode}");
                }
            }
        }
    }

    [Fact]
    public async Task No_day_or_number_however_far_makes_a_form_fail()
    {
        var (report, lists) = (await app.FilingAsync("QH01", 4), await app.FilingAsync("QH01", 0));
        await app.WithDbAsync(db => db.Filings.Where(f => f.Id == lists).ExecuteUpdateAsync(s => s.SetProperty(f => f.Stage, FilingStage.Drafting).SetProperty(f => f.UnlockedUntil, new DateOnly(2026, 12, 31))));
        var child = await app.FilingAsync("QH01001", 4);
        var window = await app.WithDbAsync(db => db.Windows.Where(w => w.Year == 2026 && w.Period == 4).Select(w => w.Id).FirstAsync());
        var key = await app.WithDbAsync(async db => $"T{await db.WorkTasks.Where(t => t.Year == 2026 && db.Filings.Any(f => f.Id == report && f.OrganizationId == t.OrganizationId)).Select(t => t.Id).FirstAsync()}");
        var secretary = await app.WithDbAsync(db => db.PostHoldings.Where(h => h.Kind == PostKind.Secretary && h.To == null && h.Organization.Code == "QH01").Select(h => h.Id).SingleAsync());
        string[] days = ["0001-01-01", "9999-12-31", "2026-02-30", ""], numbers = ["-1", "2147483647", "99999999999", "99999999999999999999", "1e9", "NaN", "0.001"];
        var forms = new List<(string Account, string Path, string Body)>();
        foreach (var day in days)
        {
            forms.Add(("chunhui.secretary", $"/my/delegation", $"DeputyId=1&From={day}&To={day}&Reason=x"));
            forms.Add(("chunhui.secretary", $"/reports/{child}?handler=Extend", $"Until={day}&Reason=x&version=-1"));
            forms.Add(("chunhui.secretary", $"/reports/{child}?handler=Unlock", $"Until={day}&Reason=x&version=-1"));
            forms.Add(("chunhui.secretary", $"/reports/{child}/return", $"DueOn={day}&version=-1"));
            forms.Add(("chunhui.secretary", $"/reports/{report}/fill?handler=SignOffline", $"SignedOn={day}"));
            forms.Add(("chunhui.secretary", $"/lists/{lists}/problems/1?handler=Save", $"Input.Statement=x&Input.On={day}&Input.Version=-1"));
            forms.Add(("chunhui.secretary", $"/lists/{lists}/tasks/1?handler=Save", $"Input.Content=x&Input.DueOn={day}&Input.Version=-1"));
            forms.Add(("chunhui.secretary", $"/lists/{lists}/tasks/1?handler=Change", $"kind=1&newDue={day}&reason=x"));
            forms.Add(("chunhui.secretary", "/evidence/new", $"Input.Title=x&Input.DocumentNo=x&Input.On={day}"));
            forms.Add(("chunhui.secretary", $"/ledger/{secretary}/2026?handler=Write", $"Input.Section=Study&Input.Text=x&Input.On={day}&version=-1"));
            forms.Add(("orgdept", "/years/calendar?handler=Add", $"From={day}&To={day}&Name=x"));
            forms.Add(("orgdept", $"/years/windows/{window}", $"Opens={day}&Due={day}&Locks={day}&Reason=x&Version=-1"));
            forms.Add(("orgdept", $"/organizations/{await app.OrganizationAsync("QH02")}/edit", $"Input.Name=x&Input.MemberCount=1&Input.ElectedOn={day}&Input.Why=x&Input.Version=-1"));
            forms.Add(("orgdept", $"/organizations/{await app.OrganizationAsync("QH02")}/rename", $"NewName=x&On={day}&Reason=x&Version=-1"));
            forms.Add(("orgdept", $"/organizations/{await app.OrganizationAsync("QH02001")}/move?handler=Preview", $"ParentId=1&On={day}&Reason=x"));
            forms.Add(("orgdept", $"/organizations/{await app.OrganizationAsync("QH02001")}/close?handler=Preview", $"SuccessorId=2&On={day}&Reason=x&Moves[1]=x&Dropped=x"));
            forms.Add(("orgdept", $"/organizations/{await app.OrganizationAsync("QH02")}/posts?handler=Appoint", $"Kind=5&Name=x&Phone=123456&From={day}"));
        }

        foreach (var number in numbers)
        {
            forms.Add(("chunhui.secretary", $"/reports/{report}/fill?handler=Row", $"Rows[0].Key={key}&Rows[0].Choice={number}&Rows[0].Value={number}&Rows[0].Version={number}"));
            forms.Add(("chunhui.secretary", $"/reports/{report}/fill?handler=Check", $"Rows[0].Key={key}&Rows[0].Choice={number}&Rows[0].Value={number}"));
            forms.Add(("chunhui.secretary", $"/lists/{lists}/tasks/1?handler=Save", $"Input.Content=x&Input.Target={number}&Input.Node1={number}&Input.Measure={number}&Input.LeadId={number}"));
            forms.Add(("chunhui.secretary", $"/ledger/{secretary}/2026?handler=Write", $"Input.Section={number}&Input.Id={number}&Input.Text=x&Input.On=2026-12-01&version={number}"));
            forms.Add(("chunhui.secretary", $"/evidence/attach/task/{key[1..]}?handler=Use&Quarter={number}", $"item={number}"));
            forms.Add(("chunhui.secretary", $"/lists/{lists}/duties/1?handler=Save", $"Input.PostTitle=x&Input.Content=x&Input.HolderId={number}&Input.Tasks={number}"));
            forms.Add(("orgdept", "/years/new?handler=Preview", $"Scheme.ListsDueDay={number}&Scheme.OpenDay={number}&Scheme.FourthDueDay={number}&Scheme.PrimaryDueDay={number}&Scheme.LockDays={number}"));
            forms.Add(("orgdept", "/years/2026/carry", $"Chosen=T{number}.{number}&Chosen=P{number}.1&Reason=x"));
        }

        foreach (var group in forms.GroupBy(f => f.Account))
        {
            using var client = await app.SignedInAsync(group.Key);
            var token = await TokenAsync(client);
            foreach (var form in group)
            {
                var (status, _) = await SendAsync(client, "POST", form.Path, form.Body, token);
                Assert.True((int)status < 500, $"{form.Path} {form.Body}: {(int)status}");
            }

            // And what they may have left behind is still shown.
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/reports/{report}")).StatusCode);
        }
    }

    [Fact]
    public async Task What_belongs_to_a_neighbour_looks_like_what_is_not_there()
    {
        var (foreignReport, foreignHolding, foreignUpload) = await app.WithDbAsync(async db =>
        {
            var other = await db.Organizations.Where(o => o.Code == "QH02001").Select(o => o.Id).SingleAsync();
            var upload = new Upload { UserId = await db.Users.Where(u => u.UserName == "orgdept").Select(u => u.Id).SingleAsync(), FileName = "x.csv", At = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc) };
            db.Add(upload);
            await db.SaveChangesAsync();
            return (await db.Filings.Where(f => f.OrganizationId == other && f.Kind == FilingKind.QuarterlyReport && f.Period == 4).Select(f => f.Id).FirstAsync(),
                await db.PostHoldings.Where(h => h.OrganizationId == other && h.Kind == PostKind.Deputy).Select(h => h.Id).FirstAsync(), upload.Id);
        });
        using var client = await app.SignedInAsync("chunhui.secretary");
        var token = await TokenAsync(client);
        var lists = await app.FilingAsync("QH01", 0);
        foreach (var (path, body, foreign) in new[]
        {
            ("/reports/review", "ids={0}", foreignReport), ("/my/delegation", "DeputyId={0}&From=2026-12-20&To=2026-12-21&Reason=x", foreignHolding),
            ("/account/post", "holdingId={0}", foreignHolding), ($"/lists/{lists}/import?handler=Apply&upload={{0}}", "", foreignUpload),
        })
        {
            var theirs = await SendAsync(client, "POST", path.Replace("{0}", $"{foreign}", StringComparison.Ordinal), body.Replace("{0}", $"{foreign}", StringComparison.Ordinal), token);
            var none = await SendAsync(client, "POST", path.Replace("{0}", "2147480000", StringComparison.Ordinal), body.Replace("{0}", "2147480000", StringComparison.Ordinal), token);
            Assert.Equal((path, none), (path, theirs));
        }
    }

    private static async Task<(HttpStatusCode Status, int Length)> SendAsync(HttpClient client, string method, string path, string body, string token)
    {
        using var content = new StringContent($"{body}&__RequestVerificationToken={Uri.EscapeDataString(token)}", null, "application/x-www-form-urlencoded");
        using var answer = method == "GET" ? await client.GetAsync(path) : await client.PostAsync(path, content);
        return (answer.StatusCode, Tokens().Replace(await answer.Content.ReadAsStringAsync(), "").Length);
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        (await client.GetPageAsync("/account/password")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Braces();

    [GeneratedRegex("""value="CfDJ[^"]+""")]
    private static partial Regex Tokens();
}
