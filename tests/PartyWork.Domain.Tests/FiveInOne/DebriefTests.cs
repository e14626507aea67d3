using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using static PartyWork.Domain.Tests.Given;

namespace PartyWork.Domain.Tests.FiveInOne;

public sealed class DebriefTests
{
    private static readonly DateOnly Today = Day(1, 10, 2027);

    private static readonly DebriefText Text = new("坚持书记抓、抓书记。", "", "", "两新覆盖不够\n组织生活质量不高\n经费使用不均衡", "按季研究两新工作。");

    private readonly List<Pledge> _pledges = Pledged();
    private readonly Problem _problem = new Problem(OrganizationId, 2026, 4, new(ProblemSource.LastAssessment, "少开1次专题会", ProblemNature.Individual, "", "", Deadline.LongTerm, Responsible.Nobody, Responsible.Nobody)).WithId(44);

    private static List<Pledge> Pledged()
    {
        var sheet = new PledgeSheet(OrganizationId, 2026);
        sheet.Write([new("新建党组织3个", "批复", Day(11, 30)), new("调研12次", "登记", Day(11, 30)), new("办实事5件", "确认", Day(11, 30))]);
        return [.. sheet.Pledges.Select((p, i) => p.WithId(31 + i))];
    }

    private Debrief Written(DebriefText? text = null, bool answersAll = true)
    {
        var debrief = new Debrief(OrganizationId, 2026);
        debrief.Write(text ?? Text, [], [.. _pledges.Skip(answersAll ? 0 : 1).Select(p => DebriefWords.Of(p, "已按期完成")), DebriefWords.Of(_problem, "已整改")]);
        return debrief;
    }

    private void Submit(Debrief debrief) => debrief.Submit(Secretary, _pledges, [_problem], Day(12, 20));

    private Debrief Accepted()
    {
        var debrief = Written();
        Submit(debrief);
        debrief.Accept(Superior, _pledges, [_problem], Day(12, 24));
        return debrief;
    }

    private static DebriefMeeting Meeting(params string[] problems) => new(DebriefMode.OnSite, Day(12, 28), "区委三楼会议室", "区委书记 方正平", "履职扎实。", problems);

    private Debrief Graded(params string[] problems)
    {
        var debrief = Accepted();
        debrief.Meet(Meeting(problems), Today);
        foreach (var (i, comment) in debrief.Comments.Index())
        {
            comment.WithId(61 + i);
        }

        debrief.Rate(DebriefGrade.Good, "责任落实到位", Day(12, 30), Superior, Today);
        return debrief;
    }

    [Fact]
    public void It_answers_each_pledge()
    {
        AssertRefused("承诺第1项没有回应", () => Submit(Written(answersAll: false)));
        var debrief = Written();
        Submit(debrief);
        Assert.Equal(DebriefStage.Submitted, debrief.Stage);
    }

    [Fact]
    public void Without_the_state_of_last_year_s_problems_it_is_not_accepted()
    {
        var debrief = Written();
        debrief.Write(Text, [], [DebriefWords.Of(_problem, "")]);
        AssertRefused("上年度问题4没有写明整改情况", () => Submit(debrief));
        AssertRefused("请写明上年度问题整改情况", () => Written().Submit(Secretary, _pledges, [], Today));

        // A problem that came into the list after it was submitted is asked for as well.
        var submitted = Written();
        submitted.Submit(Secretary, _pledges, [_problem], Day(12, 20));
        var late = new Problem(OrganizationId, 2026, 9, _problem.Text).WithId(49);
        AssertRefused("上年度问题9没有写明整改情况", () => submitted.Accept(Superior, _pledges, [_problem, late], Today));
    }

    [Fact]
    public void With_a_place_left_to_be_filled_it_is_not_filed_and_the_sentence_names_the_paragraph()
    {
        AssertRefused("“下一步打算”中还有“待填写”没有填写", () => Submit(Written(Text with { NextSteps = "抓好（待填写）。" })));
        var debrief = Written();
        debrief.Write(Text, [], [DebriefWords.Of(_problem, "（待填写）")]);
        AssertRefused("“上年度问题整改情况”中还有“待填写”没有填写", () => Submit(debrief));
        AssertRefused("请写明承诺践诺情况；本年度没有公示承诺的，也请写明。", () => Written(Text with { Pledges = "" }).Submit(Secretary, [], [_problem], Today));
    }

    [Fact]
    public void It_names_three_problems_or_more() => AssertRefused("至少写3条，每行一条，现有2条", () => Submit(Written(Text with { Problems = "一\n\n二\n" })));

    [Theory]
    [InlineData(3000, true)]
    [InlineData(3001, false)]
    public void It_has_three_thousand_characters_at_most_and_blanks_are_none(int characters, bool fits)
    {
        var debrief = new Debrief(OrganizationId, 2026);
        var text = DebriefText.Empty with { Duties = Characters(characters - 5), NextSteps = " 一二\n三四五 " };
        if (fits)
        {
            debrief.Write(text, [], []);
            Assert.Equal(characters, debrief.Characters);
        }
        else
        {
            AssertRefused("不超过3000字，现有3001字", () => debrief.Write(text, [], []));
        }
    }

    [Fact]
    public void Shortened_in_an_answer_it_fits_though_what_stood_there_was_too_long()
    {
        var debrief = new Debrief(OrganizationId, 2026);
        debrief.Write(DebriefText.Empty with { Duties = Characters(2_700) }, [], [DebriefWords.Of(_problem, Characters(300))]);

        debrief.Write(DebriefText.Empty with { Duties = Characters(2_900) }, [], [DebriefWords.Of(_problem, Characters(100))]);

        Assert.Equal(3_000, debrief.Characters);
    }

    [Fact]
    public void What_the_writer_left_out_of_the_skeleton_stays_out_when_it_is_collected_again()
    {
        DebriefSentence first = new(DebriefPart.Duties, "完成任务6项", "/figures/a"), second = new(DebriefPart.Duties, "研究4次", "/ledger/1/2026#s4");
        var debrief = Written();
        debrief.Tell([first, second]);
        debrief.Write(Text, [1], []);

        debrief.Tell([first with { Text = "完成任务7项" }, second with { Text = "研究5次" }]);

        Assert.Equal(["研究5次"], debrief.SentencesOf(DebriefPart.Duties).Select(s => s.Text));
        Assert.Equal(Text, debrief.Text);
    }

    [Fact]
    public void Nobody_accepts_or_grades_his_own()
    {
        var debrief = Written();
        Submit(debrief);
        AssertRefused("不能审核自己的述职报告", () => debrief.Accept(Secretary, _pledges, [_problem], Today));
        var reported = Accepted();
        reported.Meet(Meeting(), Today);
        AssertRefused("不能评定自己的述职", () => reported.Rate(DebriefGrade.Good, "好", Day(12, 30), Secretary, Today));
    }

    [Fact]
    public void The_meeting_comes_after_the_acceptance_and_the_grade_after_the_meeting_with_a_reason()
    {
        var submitted = Written();
        Submit(submitted);
        AssertRefused("审核通过后才能登记述职评议", () => submitted.Meet(Meeting(), Today));
        var accepted = Accepted();
        AssertRefused("请先登记述职评议情况", () => accepted.Rate(DebriefGrade.Good, "好", Today, Superior, Today));
        AssertRefused("不能早于报告通过的日期", () => accepted.Meet(Meeting() with { On = Day(12, 23) }, Today));
        AssertRefused("现场述职的，请填写地点", () => accepted.Meet(Meeting() with { Place = "" }, Today));
        accepted.Meet(Meeting(), Today);
        AssertRefused("请写明评定的理由", () => accepted.Rate(DebriefGrade.Good, "", Today, Superior, Today));
        accepted.Rate(DebriefGrade.Average, "整改不彻底", Day(12, 30), Superior, Today);
        Assert.Equal((DebriefStage.Graded, true), (accepted.Stage, accepted.IsLow));
        AssertRefused("等次已经评定", () => accepted.Meet(Meeting(), Today));
    }

    [Fact]
    public void What_was_commented_comes_back_as_problems_of_next_year_linked_and_once()
    {
        var debrief = Graded("两新研究不够", "经费不均衡");

        var problems = debrief.ListComments(8, false, Today);

        Assert.Equal([(8, "两新研究不够", (int?)61), (9, "经费不均衡", (int?)62)], problems.Select(p => (p.No, p.Statement, p.DebriefCommentId)));
        Assert.All(problems, p => Assert.Equal((2027, ProblemSource.DebriefComment, ProblemState.Listed), (p.Year, p.Source, p.State)));
        AssertRefused("已经列入问题清单", () => debrief.ListComments(10, false, Today));
    }

    [Fact]
    public void Into_lists_that_are_filed_already_nothing_is_put() => AssertRefused("三张清单已经报送", () => Graded("两新研究不够").ListComments(8, true, Today));

    [Fact]
    public void Of_primary_organisations_the_paper_is_kept_and_committees_go_the_whole_way()
    {
        AssertRefused("不能只作存档", () => Debrief.File(OrganizationId, OrganizationLevel.Committee, 2026, Meeting(), Today));
        var file = Debrief.File(OrganizationId, OrganizationLevel.Primary, 2026, Meeting(), Today);
        Assert.Equal((true, DebriefStage.Reported), (file.IsFile, file.Stage));
        AssertRefused("没有电子报告", () => file.Write(Text, [], []));
        file.Rate(DebriefGrade.Fair, "总体较好", Day(12, 30), Superior, Today);
        Assert.Equal(DebriefGrade.Fair, file.Grade);
    }
}
