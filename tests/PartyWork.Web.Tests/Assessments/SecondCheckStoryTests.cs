using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Assessments;

/// <summary>交叉复评 by the pages: drawn by the district, scored by another team, compared and agreed on, and told to nobody.</summary>
public sealed class SecondCheckStoryTests : IAsyncLifetime
{
    private readonly App _app = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Drawn_it_stands_in_the_other_team_s_list_and_holds_back_the_letter()
    {
        var round = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");
        var waiting = await WaitingAsync(staff, round);

        var page = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}/checks")).SubmitAsync("form#draw"));

        Assert.Equal(4, page.All("#checks tbody tr").Count); // of forty
        Assert.Null(page.Find("form#draw"));
        var checks = await _app.WithDbAsync(db => db.AllSheets().Where(s => s.RoundId == round && s.CheckedId != null).Select(s => new { s.Id, s.OrganizationId, s.TeamId, First = s.Checked!.TeamId, s.Stage, Lines = s.Lines.Count, Own = s.Checked.Lines.Count, Told = s.Checked.Stage }).ToListAsync());
        Assert.All(checks, c => Assert.True(c.TeamId != c.First && c.Stage == SheetStage.Scoring && c.Lines == c.Own && c.Lines > 0, $"{c}"));
        Assert.Equal(waiting - checks.Count(c => c.Told == SheetStage.Provisional), await WaitingAsync(staff, round));

        // The second team has it in its list, marked; the first does not, and neither does anybody else.
        var members = await _app.WithDbAsync(db => db.Set<TeamMember>().Where(m => m.Name == "何敏之").Select(m => m.TeamId).ToListAsync());
        using var assessor = await _app.SignedInAsync("assessor1");
        var listed = (await assessor.GetPageAsync("/assessments?year=2026")).All("#drawn tbody tr").Count(r => r.TextContent.Contains("交叉复评", StringComparison.Ordinal));
        Assert.Equal(checks.Count(c => members.Contains(c.TeamId!.Value)), listed);
        foreach (var check in checks)
        {
            Assert.Equal(members.Contains(check.TeamId!.Value) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await assessor.GetAsync($"/assessments/sheets/{check.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/assessments/rounds/{round}/feedback?handler=Letter&sheet={check.Id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/assessments/results/{check.Id}")).StatusCode);
        }
    }

    [Fact]
    public async Task Drawn_again_it_leaves_one_team_s_list_for_another_s_and_says_why()
    {
        var round = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync());
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.FollowAsync(await (await staff.GetPageAsync($"/assessments/rounds/{round}/checks")).SubmitAsync("form#draw"));
        var check = await _app.WithDbAsync(db => db.AllSheets().Where(s => s.RoundId == round && s.CheckedId != null).OrderBy(s => s.Id).Select(s => new { s.Id, s.TeamId, First = s.Checked!.TeamId }).FirstAsync());

        var refused = await staff.PageAsync(await page.Type("Sheet", $"{check.Id}").SubmitAsync("form#again"));
        Assert.Contains("请写明重抽理由", refused.Text, StringComparison.Ordinal);
        var done = await staff.FollowAsync(await refused.Type("Reason", "组员近亲属在该单位任职").SubmitAsync("form#again"));

        Assert.Contains("组员近亲属在该单位任职（重抽种子", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await _app.WithDbAsync(db => db.AllSheets().Where(s => s.Id == check.Id).Select(s => s.TeamId).SingleAsync()), new[] { check.TeamId, check.First });
    }

    [Fact]
    public async Task More_than_three_points_apart_the_district_records_what_both_agreed_on()
    {
        var (check, first) = await _app.WithDbAsync(db => db.AllSheets().Where(s => s.CheckedId != null && s.Checked!.Agreed != "").Select(s => ValueTuple.Create(s.Id, s.CheckedId!.Value)).SingleAsync());
        await _app.WithDbAsync(async db =>
        {
            await db.ScoreSheets.Where(s => s.Id == first).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stage, SheetStage.Provisional).SetProperty(x => x.Agreed, ""));
            await db.Set<SheetLine>().Where(l => l.SheetId == first).ExecuteUpdateAsync(s => s.SetProperty(l => l.Reviewed, (int?)null).SetProperty(l => l.ReviewReason, ""));
            return await db.Rounds.Where(r => db.AllSheets().Any(s => s.Id == check && s.RoundId == r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, RoundStage.OnSite));
        });
        using var staff = await _app.SignedInAsync("orgdept");
        var page = await staff.GetPageAsync($"/assessments/checks/{check}");
        var code = page.All("#agree tbody tr")[0].Children[0].TextContent.Trim();

        var refused = await staff.PageAsync(await page.Type($"Values[{code}]", "2").SubmitAsync("form#agree"));
        Assert.Contains("请写明联合复核意见", refused.Text, StringComparison.Ordinal);
        Assert.Equal("2", refused.Find($"[name='Values[{code}]']")!.GetAttribute("value"));
        await staff.FollowAsync(await refused.Type("Agreed", "两组一起核对，部分情况属实。").SubmitAsync("form#agree"));

        var line = await _app.WithDbAsync(db => db.Set<SheetLine>().AsNoTracking().SingleAsync(l => l.SheetId == first && l.Code == code));
        Assert.Equal((200, "两组一起核对，部分情况属实。"), (line.Reviewed, line.ReviewReason));
        Assert.Null((await staff.GetPageAsync($"/assessments/checks/{check}")).Find("#agree button"));
    }

    [Fact]
    public async Task Who_only_reads_opens_every_page_of_a_round_and_finds_nothing_to_press()
    {
        var round = await _app.WithDbAsync(db => db.Rounds.Where(r => r.Year == 2026 && r.No == 2 && r.Stage == RoundStage.OnSite).Select(r => r.Id).SingleAsync());
        foreach (var account in (string[])["minister", "inspector"])
        {
            using var reader = await _app.SignedInAsync(account);
            foreach (var path in (string[])["", "/objects", "/teams", "/recusals", "/draw", "/checks", "/feedback", "/objections"])
            {
                Assert.Empty((await reader.GetPageAsync($"/assessments/rounds/{round}{path}")).All("main form[method=post] button"));
            }
        }
    }

    [Fact]
    public async Task What_a_mid_year_check_has_cost_is_arranged_in_this_year_s_list_and_read_by_the_ledger()
    {
        var sheet = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Stage == SheetStage.Final && s.Round.Year == 2025 && s.Round.Phase == AssessmentPhase.End && db.Organizations.Any(o => o.Id == s.OrganizationId && o.Code == "QH01001")).Select(s => s.Id).SingleAsync());
        var lists = await _app.FilingAsync("QH01001", 0);
        var no = await _app.WithDbAsync(db => db.Problems.Where(p => p.State == ProblemState.Rectifying && db.Set<SheetLine>().Any(l => l.Id == p.SheetLineId && l.SheetId == sheet)).OrderBy(p => p.No).Select(p => p.No).FirstAsync());
        using var clerk = await _app.SignedInAsync("wenming.officer");
        var page = await clerk.GetPageAsync($"/lists/{lists}/problems/{no}");

        var refused = await clerk.PageAsync(await page.Type("Input.Goal", "").SubmitAsync("form#arrange"));
        Assert.Contains("请填写整改目标和措施", refused.Text, StringComparison.Ordinal);
        await clerk.FollowAsync(await refused.Type("Input.Goal", "每月十日前核对台账").Type("Input.On", "2026-12-31").SubmitAsync("form#arrange"));

        var result = await clerk.GetPageAsync($"/assessments/results/{sheet}");
        Assert.Contains("每月十日前核对台账", result.Find("#rectified")!.TextContent, StringComparison.Ordinal);
        using var word = await clerk.GetAsync($"/assessments/results/{sheet}?handler=Ledger");
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(await word.Content.ReadAsByteArrayAsync()), false);
        Assert.Contains("每月十日前核对台账", document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
        Assert.Contains("2026-12-31", document.MainDocumentPart.Document.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_check_opens_with_what_has_become_of_the_last_one_s_losses()
    {
        var sheet = await _app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Round.Stage == RoundStage.OnSite && s.Round.Phase == AssessmentPhase.End && s.Stage == SheetStage.Scoring && s.Rubric.Kind == RubricKind.Committee && s.Team!.Members.Any(m => m.Name == "何敏之")).Select(s => s.Id).FirstAsync());
        using var assessor = await _app.SignedInAsync("assessor1");

        var last = (await assessor.GetPageAsync($"/assessments/sheets/{sheet}")).Find("#last");

        Assert.NotNull(last);
        Assert.Contains("2026年基层党建年中检查", last.TextContent, StringComparison.Ordinal);
        Assert.Contains("已销号2条", last.TextContent, StringComparison.Ordinal);
    }

    private static async Task<int> WaitingAsync(HttpClient staff, int round)
    {
        var lead = (await staff.GetPageAsync($"/assessments/rounds/{round}/feedback")).Find(".lead-line")!.TextContent;
        return int.Parse(lead["待反馈".Length..lead.IndexOf('个', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }
}
