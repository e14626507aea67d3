using PartyWork.Domain.AnnualReports;
using static PartyWork.Domain.Tests.AnnualReports.GivenReport;

namespace PartyWork.Domain.Tests.AnnualReports;

public sealed class AnnualReportTests
{
    private readonly AnnualReport _report = Drafted();

    // words

    [Fact]
    public void Empty_items_and_headings_with_nothing_beneath_are_dropped_and_numbers_given_anew()
    {
        Assert.Equal(["青禾区党建工作总结", "一、主要工作", "（一）重点任务", "1.整顿12个后进社区，投入资金86.5万元。", "2.培训两新党组织书记143名。"], Lines());

        _report.LeaveOut(_report.Paragraph("rectification"), "本年无后进社区", Writer, Today);
        Assert.Equal("1.培训两新党组织书记143名。", Lines()[^1]);

        _report.LeaveOut(_report.Paragraph("training"), "本年未办班", Writer, Today);
        Assert.Equal(["青禾区党建工作总结"], Lines());
    }

    [Fact]
    public void An_optional_paragraph_stands_as_soon_as_its_first_figure_is_there()
    {
        var values = Values();
        values["honors_list"] = new("honors_list", "受表彰奖励情况", "市级先进基层党组织2个");

        Assert.Equal(["（二）表彰奖励", "获市级先进基层党组织2个。"], ReportOutline.Of(_report.Paragraphs, values).Select(l => l.Print(values)).TakeLast(2));
    }

    [Fact]
    public void Hand_written_words_survive_a_new_draft_and_the_template_can_be_restored()
    {
        var paragraph = _report.Paragraph("training");
        _report.Write(paragraph, "全年举办培训班，{培训两新党组织书记人数}名两新党组织书记参训。", Names, Writer, Today);

        var gone = _report.Draft([.. Templates.Where(t => t.Key != "own").Select(t => t.Key == "training" ? t with { Text = "轮训{two_new_secretaries_trained}名。" } : t)], Writer, Now);

        Assert.Equal(("own", "全年举办培训班，{two_new_secretaries_trained}名两新党组织书记参训。", "轮训{two_new_secretaries_trained}名。"), (gone.Single().Key, paragraph.Text, paragraph.TemplateText));
        Assert.DoesNotContain(_report.Paragraphs, p => p.Key == "own");
        _report.Restore(paragraph, Writer, Today);
        Assert.Equal("轮训{two_new_secretaries_trained}名。", paragraph.Text);
    }

    [Fact]
    public void A_figure_can_be_neither_broken_nor_lost()
    {
        var paragraph = _report.Paragraph("training");

        Assert.Contains("缺少指标{培训两新党组织书记人数}", Broken(() => _report.Write(paragraph, "培训两新党组织书记143名。", Names, Writer, Today)));
        Assert.Contains("文字是空的", Broken(() => _report.Write(paragraph, " ", Names, Writer, Today)));
        Assert.Null(paragraph.OwnText);
    }

    [Fact]
    public void The_slot_for_the_department_stays_empty_or_is_written()
    {
        _report.Write(_report.Paragraph("own"), "组织部开展自身建设年活动。", Names, Writer, Today);

        Assert.Equal("3.组织部开展自身建设年活动。", Lines()[^1]);
    }

    // life

    [Fact]
    public void It_goes_from_collecting_to_the_archive_by_three_persons()
    {
        _report.Lock([], ReportOutline.Of(_report.Paragraphs, Values()), Values(), Writer, Now);
        _report.Review(Reviewer, Now);
        _report.Approve(Leader, Now);
        _report.Issue("青组发〔2026〕18号", Writer, Now);
        _report.Archive(Writer, Now);

        Assert.Equal((ReportState.Archived, Today, "青组发〔2026〕18号"), (_report.State, _report.IssuedOn, _report.DocumentNo));
        Assert.Equal([ReportActKind.Draft, ReportActKind.Lock, ReportActKind.Review, ReportActKind.Approve, ReportActKind.Issue, ReportActKind.Archive], _report.Acts.Select(a => a.Kind));
    }

    [Fact]
    public void Who_drafted_or_edited_it_neither_reviews_nor_approves_it()
    {
        _report.Write(_report.Paragraph("training"), "轮训{培训两新党组织书记人数}名。", Names, Leader, Today);
        Lock();

        Assert.Contains("由其他同志审核", Broken(() => _report.Review(Leader, Now)));
        Assert.Contains("由其他同志审核", Broken(() => _report.Review(Writer, Now)));
        Assert.Contains("由其他同志退回", Broken(() => _report.SendBack("改", Writer, Now)));
        _report.Review(Reviewer, Now);
        Assert.Contains("由其他同志批准", Broken(() => _report.Approve(Writer, Now)));
    }

    [Fact]
    public void Who_reviewed_it_does_not_approve_it_unless_somebody_else_has_reviewed_it_since()
    {
        Lock();
        _report.Review(Leader, Now);
        Assert.Contains("审核和批准不能由同一人办理", Broken(() => _report.Approve(Leader, Now)));

        _report.SendBack("第二条请写明班次", Leader, Now);
        Lock();
        _report.Review(Reviewer, Now.AddHours(1));
        _report.Approve(Leader, Now.AddHours(2));

        Assert.Equal(ReportState.Approved, _report.State);
    }

    [Fact]
    public void It_cannot_be_locked_with_an_error_standing_nor_with_a_warning_unexplained()
    {
        var error = new ReportFinding(ReportRule.Typo, FindingLevel.Error, "training", "“台帐”应为“台账”。", "");
        var warning = new ReportFinding(ReportRule.Length, FindingLevel.Warning, "", "全文5120字，超过5000字。", "");

        Assert.Contains("还有1处差错，不能锁定：“台帐”应为“台账”", Broken(() => Lock(error, warning)));
        Assert.Contains("没有说明理由", Broken(() => Lock(warning)));
        Assert.Contains("不能用说明代替", Broken(() => _report.Explain(error, "无", Writer, Today)));
        _report.Explain(warning, "市委要求附专项内容", Writer, Today);
        Assert.Contains("没有说明理由", Broken(() => Lock(warning with { Words = "全文5300字，超过5000字。" })));
        Lock(warning);

        Assert.Equal((ReportState.FiguresLocked, "市委要求附专项内容"), (_report.State, _report.Explanations.Single().Reason));
    }

    [Fact]
    public void Once_locked_neither_words_nor_the_cutoff_change_until_it_is_sent_back()
    {
        Lock();

        Assert.Contains("数据已锁定", Broken(() => _report.Write(_report.Paragraph("training"), "x", Names, Writer, Today)));
        Assert.Contains("数据已锁定", Broken(() => _report.SetCutoff(Today)));
        Assert.Contains("数据已锁定", Broken(() => _report.Draft(Templates, Writer, Now)));
        Assert.Contains("请写明退回修改的意见", Broken(() => _report.SendBack("", Leader, Now)));
        _report.SendBack("第二条请写明班次", Leader, Now);

        Assert.Equal((ReportState.Edited, null), (_report.State, _report.LockedOn));
    }

    [Fact]
    public void No_step_is_skipped()
    {
        Assert.Contains("数据锁定后才能审核", Broken(() => _report.Review(Leader, Now)));
        Lock();
        Assert.Contains("审核后才能批准", Broken(() => _report.Approve(Leader, Now)));
        Assert.Contains("批准后才能印发", Broken(() => _report.Issue("", Writer, Now)));
        Assert.Contains("印发后才能归档", Broken(() => _report.Archive(Writer, Now)));
        Assert.Contains("数据截止日应在2026年内", Broken(() => _ = new AnnualReport(2026, new(2027, 1, 3))));
    }

    [Fact]
    public void Locking_keeps_a_version_as_it_was_printed()
    {
        Lock();
        _report.SendBack("补写", Leader, Now);
        _report.Write(_report.Paragraph("training"), "分两期培训两新党组织书记{培训两新党组织书记人数}名。", Names, Writer, Today);
        Lock();

        Assert.Equal([1, 2], _report.Versions.Select(v => v.No));
        Assert.Equal("2.培训两新党组织书记143名。", _report.Versions[0].Lines()[^1].Text);
        Assert.Equal("2.分两期培训两新党组织书记143名。", _report.Versions[1].Lines()[^1].Text);
    }

    [Theory]
    [InlineData("培训书记143名。", "分两期培训书记150名。", "+分两期 培训书记1 -43 +50 名。")]
    [InlineData("相同", "相同", "相同")]
    [InlineData("", "新写", "+新写")]
    [InlineData("删去", "", "-删去")]
    public void Differences_are_told_by_character(string older, string newer, string runs) =>
        Assert.Equal(runs, string.Join(' ', TextDifference.Between(older, newer).Select(r => r.Kind switch { DifferenceKind.Added => "+", DifferenceKind.Removed => "-", _ => "" } + r.Text)));

    private string[] Lines() => [.. ReportOutline.Of(_report.Paragraphs, Values()).Select(l => l.Print(Values()))];

    private void Lock(params ReportFinding[] findings) => _report.Lock(findings, ReportOutline.Of(_report.Paragraphs, Values()), Values(), Writer, Now);

    private static string Broken(Action act) => Assert.Throws<BrokenRuleException>(act).Message;
}
