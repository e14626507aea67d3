using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Tests.Reports;

/// <summary>文明社区's fourth quarter: filled, handed over, confirmed, two rows returned, these two mended, accepted.</summary>
public sealed class QuarterStoryTests(App app) : IClassFixture<App>
{
    private const string Wenming = "QH01001";

    [Fact]
    public async Task A_quarter_is_filled_confirmed_returned_in_two_rows_mended_and_accepted()
    {
        var id = await app.FilingAsync(Wenming, 4);
        var clerk = await app.SignedInAsync("wenming.officer");
        var form = await clerk.GetPageAsync($"/reports/{id}/fill");
        Assert.Contains("还有3天", form.Text, StringComparison.Ordinal);

        FillAll(form);
        var saved = await clerk.FollowAsync(await form.SubmitAsync("form#report"));
        var prepared = await clerk.FollowAsync(await saved.SubmitAsync("button[formaction$='Prepare']"));
        Assert.Contains("已报书记", prepared.Document.Body!.TextContent, StringComparison.Ordinal);

        var secretary = await app.SignedInAsync("wenming.secretary");
        var confirm = await secretary.GetPageAsync($"/reports/{id}/confirm");
        var confirmed = await secretary.FollowAsync(await confirm.SubmitAsync("form#confirm"));
        Assert.Contains("待审核", confirmed.Text, StringComparison.Ordinal);

        var committee = await app.SignedInAsync("chunhui.officer");
        var review = await committee.GetPageAsync($"/reports/{id}/return");
        var keys = review.All("input[name^='Reasons']").Take(2).Select(i => i.GetAttribute("name")!).ToList();
        keys.ForEach(k => review.Type(k, "请补充时间和地点。"));
        var returned = await committee.FollowAsync(await review.SubmitAsync("form#return"));
        Assert.Contains("已退回2项", returned.Document.Body!.TextContent, StringComparison.Ordinal);

        var mend = await clerk.GetPageAsync($"/reports/{id}/fill");
        Assert.Equal(2, mend.All(".line").Count);
        Assert.Contains("首报已按时，修改不影响", mend.Text, StringComparison.Ordinal);
        foreach (var words in mend.All("textarea[name$='Words']").Select(t => t.GetAttribute("name")!))
        {
            mend.Type(words, "12月10日在社区二楼会议室开会议定，12月16日办结。");
        }

        await clerk.FollowAsync(await mend.SubmitAsync("form#report"));
        await clerk.FollowAsync(await (await clerk.GetPageAsync($"/reports/{id}/fill")).SubmitAsync("button[formaction$='Prepare']"));
        await secretary.FollowAsync(await (await secretary.GetPageAsync($"/reports/{id}/confirm")).SubmitAsync("form#confirm"));

        var accept = await committee.GetPageAsync($"/reports/{id}");
        var accepted = await committee.FollowAsync(await accept.SubmitAsync("form#accept"));
        Assert.Contains("已通过", accepted.Text, StringComparison.Ordinal);
        var (stage, late, versions, done) = await app.WithDbAsync(async db =>
        {
            var filing = await db.Filings.Include(f => f.Window).Include(f => f.Versions).AsSplitQuery().SingleAsync(f => f.Id == id);
            var open = await db.WorkTasks.CountAsync(t => t.OrganizationId == filing.OrganizationId && t.Year == 2026 && t.State == TaskState.DoneClaimed);
            return (filing.Stage, filing.IsLate, filing.Versions.Count, open);
        });
        Assert.Equal((FilingStage.Accepted, false, 2, 0), (stage, late, versions, done));
    }

    [Fact]
    public async Task Handing_over_with_open_rows_is_refused_and_everything_typed_is_kept()
    {
        var id = await app.FilingAsync("QH01", 4);
        var clerk = await app.SignedInAsync("chunhui.officer");
        var page = await clerk.GetPageAsync($"/reports/{id}/fill");

        var answer = await clerk.PageAsync(await page.Type("Rows[1].Words", "这句话不能丢").SubmitAsync("button[formaction$='Prepare']"));

        Assert.Contains("还不能报送", answer.Text, StringComparison.Ordinal);
        Assert.Contains("这句话不能丢", answer.Text, StringComparison.Ordinal);

        // What is missing is counted as it is listed, and each line says of which task, here and where the secretary reads it.
        var secretary = await app.SignedInAsync("chunhui.secretary");
        foreach (var told in new[] { answer, await secretary.GetPageAsync($"/reports/{id}/confirm") })
        {
            var missing = told.All(".hint li").Select(li => System.Text.RegularExpressions.Regex.Match(li.TextContent, "^任务([0-9]+).+?。（(.+)）$")).ToList();
            Assert.NotEmpty(missing);
            Assert.All(missing, m => Assert.Contains($"{m.Groups[1].Value}．{m.Groups[2].Value}", told.Text, StringComparison.Ordinal));
            Assert.True(told != answer || told.Find(".lead-line")!.TextContent.Contains($"还差{missing.Select(m => m.Groups[1].Value).Distinct().Count()}项", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_level_above_reads_a_report_but_does_not_fill_it()
    {
        var id = await app.FilingAsync(Wenming, 3);
        var committee = await app.SignedInAsync("chunhui.officer");

        Assert.Equal(HttpStatusCode.OK, (await committee.GetAsync($"/reports/{id}")).StatusCode);
        Assert.Equal($"/reports/{id}", (await committee.GetAsync($"/reports/{id}/fill")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_number_that_is_none_is_told_by_row_and_stays_typed()
    {
        var id = await app.FilingAsync("QH01", 4);
        var clerk = await app.SignedInAsync("chunhui.officer");
        var page = await clerk.GetPageAsync($"/reports/{id}/fill");

        var answer = await clerk.PageAsync(await page.Type("Rows[0].Value", "三四个").SubmitAsync("form#report"));

        Assert.Contains("任务1“本季实际”填写的“三四个”无法识别，应为0或正数，最多两位小数", answer.Text, StringComparison.Ordinal);
        Assert.Equal("三四个", answer.Find("[name='Rows[0].Value']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_line_that_is_behind_no_more_keeps_neither_cause_nor_next_step()
    {
        var id = await app.FilingAsync("QH01", 4);
        var clerk = await app.SignedInAsync("chunhui.officer");
        var form = await clerk.GetPageAsync($"/reports/{id}/fill");
        var at = form.Find("[name$='.Key']")!.GetAttribute("name")![..^".Key".Length];
        var key = form.Find($"[name='{at}.Key']")!.GetAttribute("value")!;
        await form.Type($"{at}.Choice", "3").Type($"{at}.Words", "尚缺一次").Type($"{at}.Cause", "资金未到位").Type($"{at}.NextStep", "下月补齐").SubmitAsync("form#report");
        Assert.Equal(("资金未到位", "下月补齐"), await StoredAsync());

        await (await clerk.GetPageAsync($"/reports/{id}/fill")).Type($"{at}.Choice", "2").SubmitAsync("form#report");

        Assert.Equal(("", ""), await StoredAsync());

        Task<(string, string)> StoredAsync() => app.WithDbAsync(db => db.FilingRows.Where(r => r.FilingId == id && r.Key == key).Select(r => ValueTuple.Create(r.Cause, r.NextStep)).SingleAsync());
    }

    [Fact]
    public async Task A_neighbour_does_not_learn_that_a_report_exists()
    {
        var id = await app.FilingAsync(Wenming, 3);
        var neighbour = await app.SignedInAsync("wangjiang.officer");

        var answer = await neighbour.GetAsync($"/reports/{id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    internal static void FillAll(Page form)
    {
        foreach (var line in form.All(".line"))
        {
            var prefix = $"Rows[{line.GetAttribute("data-index")}].";
            var node = line.QuerySelector("[data-node]")?.GetAttribute("data-node");
            var lift = line.TextContent.Contains("加装电梯", StringComparison.Ordinal);
            if (lift)
            {
                form.Type(prefix + "Value", "0").Type(prefix + "Choice", "3").Type(prefix + "Words", "5、6单元低层住户尚未签字，协议文本已改两稿。")
                    .Type(prefix + "Cause", "群众意见不一").Type(prefix + "NextStep", "12月25日前由书记带队逐户再谈一次。");
                continue;
            }

            if (line.QuerySelector("input[type='hidden'][data-value]") is not null)
            {
                form.Type(prefix + "Choice", "1").Type(prefix + "Words", "按登记的记录推进。").Type(prefix + "ChoiceReason", "以登记的记录为准。"); // the number comes from below or from a figure
                continue;
            }

            if (node is not null)
            {
                form.Type(prefix + "Value", node);
            }

            var reached = decimal.Parse(node ?? "0", System.Globalization.CultureInfo.InvariantCulture)
                + (line.GetAttribute("data-rate") == "true" ? 0 : decimal.Parse(line.GetAttribute("data-prior")!, System.Globalization.CultureInfo.InvariantCulture));
            var target = decimal.Parse(line.GetAttribute("data-target")!, System.Globalization.CultureInfo.InvariantCulture);
            var plan = decimal.Parse(line.GetAttribute("data-plan")!, System.Globalization.CultureInfo.InvariantCulture);
            form.Type(prefix + "Choice", node is null ? "0" : reached >= target ? "2" : reached >= plan ? "1" : "3")
                .Type(prefix + "Words", $"第{line.GetAttribute("data-index")}项本季已按计划办结并公示。");
            if (node is not null && reached < plan)
            {
                form.Type(prefix + "Cause", "多部门协调").Type(prefix + "NextStep", "下月补齐。");
            }
        }
    }
}
