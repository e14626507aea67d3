using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>How many of a domain were declared in the programme and how many have been confirmed so far.</summary>
public sealed record SiteSelection(int Declared, int Confirmed);

/// <summary>
/// 示范点 of one organisation in one year's programme: declared, recommended, chosen and confirmed for cultivation, checked and named or not, and
/// looked at again every year. What happened to it stays with it, whatever becomes of it.
/// </summary>
public sealed class DemonstrationSite : IBelongToOrganization, IAudited
{
    public const int TypeMaxLength = 20, ThemeMaxLength = 60, OpinionMaxLength = 200, NumberMaxLength = 50, PeopleMaxLength = 100, WeaknessesMaxLength = 500, LeastVisitors = 2;

    /// <summary>一点一策 is due so many days after the confirmation.</summary>
    public const int PlanDays = 15;

    /// <summary>年度复核 of earlier names is asked for in December.</summary>
    public const int RecheckMonth = 12;

    /// <summary>Hundredths: below this in two years running a name is taken away.</summary>
    public const int LowMark = 8000;

    private readonly List<SiteObjection> _objections = [];
    private readonly List<SiteMeasure> _measures = [];
    private readonly List<SiteDecision> _decisions = [];

    /// <param name="filing">申报表, confirmed by the secretary.</param>
    internal DemonstrationSite(SiteProgramme programme, Filing filing, SiteDomain domain, int committeeId, string type, string theme, string secretary, DateOnly today)
    {
        (OrganizationId, Programme, ProgrammeId, Year, Filing, FilingId, Domain, CommitteeId, Stage) = (filing.OrganizationId, programme, programme.Id, programme.Year, filing, filing.Id, domain, committeeId, SiteStage.Declared);
        Declare(type, theme, secretary, today);
    }

    private DemonstrationSite() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }

    /// <summary>推荐的党（工）委: the only one that can recommend it.</summary>
    public int CommitteeId { get; private set; }
    public int ProgrammeId { get; private set; }
    public SiteProgramme Programme { get; private set; } = null!;
    public int FilingId { get; private set; }
    public Filing Filing { get; private set; } = null!;
    public int Year { get; private set; }
    public SiteDomain Domain { get; private set; }
    public string Type { get; private set; } = "";
    public string Theme { get; private set; } = "";
    public SiteStage Stage { get; private set; }
    public DateOnly DeclaredOn { get; private set; }
    public string DeclaredBy { get; private set; } = "";
    public DateOnly? EndorsedOn { get; private set; }
    public string EndorsedBy { get; private set; } = "";
    public string CommitteeOpinion { get; private set; } = "";
    public DateOnly? ReviewedOn { get; private set; }
    public string ReviewedBy { get; private set; } = "";
    public string ReviewOpinion { get; private set; } = "";
    public DateOnly? VisitedOn { get; private set; }
    public string Visitors { get; private set; } = "";

    /// <summary>现场评分 of the programme's items in their order: “5,4,5”.</summary>
    public string VisitMarks { get; private set; } = "";

    /// <summary>百分制, hundredths.</summary>
    public int? VisitScore { get; private set; }
    public DateOnly? ShortlistedOn { get; private set; }
    public DateOnly? NoticeFrom { get; private set; }

    /// <summary>Last day of the notice; it is over on the day after.</summary>
    public DateOnly? NoticeUntil { get; private set; }
    public string NoticePlace { get; private set; } = "";
    public DateOnly? ConfirmedOn { get; private set; }
    public string ConfirmationNo { get; private set; } = "";
    public string Weaknesses { get; private set; } = "";
    public string Leader { get; private set; } = "";
    public string Guide { get; private set; } = "";
    public DateOnly? PlanSubmittedOn { get; private set; }
    public string PlanSubmittedBy { get; private set; } = "";
    public string PlanReturnReason { get; private set; } = "";
    public DateOnly? PlanApprovedOn { get; private set; }
    public string PlanApprovedBy { get; private set; } = "";
    public DateOnly? NamedOn { get; private set; }

    /// <summary>The day from which it is none any more: declined, removed or delisted.</summary>
    public DateOnly? EndedOn { get; private set; }
    public SiteReason? EndReason { get; private set; }
    public string EndWords { get; private set; } = "";
    public IReadOnlyList<SiteObjection> Objections => _objections;
    public IReadOnlyList<SiteMeasure> Measures => _measures;
    public IReadOnlyList<SiteDecision> Decisions => _decisions;

    public bool IsLive => SiteStages.IsLive(Stage);
    public DateOnly? PlanDueOn => ConfirmedOn?.AddDays(PlanDays);
    public bool IsPlanOpen => Stage is SiteStage.Confirmed or SiteStage.Cultivating && PlanSubmittedOn is null;
    public IReadOnlyList<int> Marks => VisitMarks.Length == 0 ? [] : [.. VisitMarks.Split(',').Select(m => m[0] - '0')];

    /// <summary>The warning that has not been answered by a new look; null without one.</summary>
    public SiteDecision? Warning => Stage is SiteStage.Warned ? _decisions.Where(d => d.Outcome is SiteOutcome.Warned).MaxBy(d => d.On) : null;

    /// <summary>Completed measures of the plan, of those that are still to be judged by.</summary>
    public static (int Done, int All) Completion(IEnumerable<TaskState> tasks)
    {
        var counted = tasks.Where(t => t is not (TaskState.Cancelled or TaskState.HandedOver)).ToList();
        return (counted.Count(t => t is TaskState.Done), counted.Count);
    }

    /// <summary>Declared again after a return: what was mended counts.</summary>
    internal void Declare(string type, string theme, string secretary, DateOnly today)
    {
        Require(Stage is SiteStage.Declared, "已经推荐，申报内容不能再改。");
        (Type, Theme, DeclaredOn, DeclaredBy) = (type, theme, DeclaredOn == default ? today : DeclaredOn, secretary);
    }

    /// <summary>推荐 by the committee: the declaration is accepted, and its conditions hold.</summary>
    public void Endorse(string opinion, IReadOnlyList<EligibilityFinding> eligibility, Actor committee, DateTime now, DateOnly today)
    {
        Require(Stage is SiteStage.Declared, "不在待推荐状态，请刷新后查看。");
        Rule.RequireText(opinion, OpinionMaxLength, "党（工）委意见");
        SiteEligibility.Require(eligibility);
        Filing.Accept(committee, now);
        (Stage, CommitteeOpinion, EndorsedOn, EndorsedBy) = (SiteStage.Endorsed, opinion, today, committee.Name);
    }

    /// <summary>资料审核 by the department.</summary>
    public void Review(string opinion, Actor staff, DateOnly today)
    {
        Require(Stage is SiteStage.Endorsed, "党（工）委推荐后才能审核资料。");
        Rule.RequireText(opinion, OpinionMaxLength, "审核意见");
        (Stage, ReviewOpinion, ReviewedOn, ReviewedBy) = (SiteStage.Reviewed, opinion, today, staff.Name);
    }

    /// <summary>实地查看: two persons at least, a mark for each item.</summary>
    public void Visit(DateOnly on, IReadOnlyCollection<string> visitors, IReadOnlyList<int?> marks, DateOnly today)
    {
        Require(Stage is SiteStage.Reviewed, "资料审核通过后才能登记实地查看。");
        Rule.Require(on >= ReviewedOn && on <= today, $"查看日期应在资料审核日（{ReviewedOn:yyyy-MM-dd}）至今天之间。");
        var people = visitors.Select(v => v.Trim()).Where(v => v.Length > 0).Distinct().ToList();
        Rule.Require(people.Count >= LeastVisitors, $"实地查看不少于{LeastVisitors}人，请填写姓名。");
        var names = string.Join('、', people);
        Rule.Require(names.Length <= PeopleMaxLength, $"查看人员姓名合计不超过{PeopleMaxLength}字。");
        var items = Programme.VisitList.Count;
        Rule.Require(marks.Count == items && marks.All(m => m is >= 0 and <= SiteProgramme.ItemPoints), $"请给{items}个项目逐项评分，每项0至{SiteProgramme.ItemPoints}分的整数。");
        (Stage, VisitedOn, Visitors, VisitMarks) = (SiteStage.Visited, on, names, string.Join(',', marks));
        VisitScore = (int)Math.Round(10_000m * marks.Sum(m => m!.Value) / (items * SiteProgramme.ItemPoints), MidpointRounding.AwayFromZero);
    }

    public void Shortlist(DateOnly today)
    {
        Require(Stage is SiteStage.Visited, "实地查看评分后才能列入拟确定名单。");
        (Stage, ShortlistedOn) = (SiteStage.Shortlisted, today);
    }

    /// <summary>公示: from a day on, for as long as the programme says.</summary>
    public void Notify(DateOnly from, string place, DateOnly today)
    {
        Require(Stage is SiteStage.Shortlisted, "列入拟确定名单后才能公示。");
        Rule.Require(from >= ShortlistedOn && from <= today, $"公示开始日应在列入名单日（{ShortlistedOn:yyyy-MM-dd}）至今天之间。");
        Rule.RequireText(place, PeopleMaxLength, "公示的地方");
        (Stage, NoticeFrom, NoticeUntil, NoticePlace) = (SiteStage.InNotice, from, from.AddDays(Programme.NoticeDays - 1), place);
    }

    /// <summary>登记异议, whoever raised it, by name or not.</summary>
    public SiteObjection Object(string by, string words, DateOnly on, DateOnly today)
    {
        Require(Stage is SiteStage.InNotice, "公示期间收到的异议才在这里登记。");
        Rule.Require(on >= NoticeFrom && on <= today, $"收到异议的日期应在公示开始日（{NoticeFrom:yyyy-MM-dd}）至今天之间。");
        var objection = new SiteObjection(this, _objections.Count + 1, by, words, on);
        _objections.Add(objection);
        return objection;
    }

    /// <summary>确定 by the department's meeting: the notice is over without an open objection, and fewer are confirmed than were declared.</summary>
    public void Confirm(SiteSelection selection, string meetingNo, DateOnly on, DateOnly today)
    {
        Require(Stage is SiteStage.InNotice, "公示期满后才能确定。");
        Rule.Require(Programme.BasisDocument.Length > 0, "方案没有依据文件，不能确定。");
        Rule.Require(on > NoticeUntil, $"公示至{NoticeUntil:M月d日}，期满后才能确定。");
        Rule.Require(on <= today, "确定日期不能晚于今天。");
        Rule.RequireText(meetingNo, NumberMaxLength, "部务会纪要文号");
        Rule.Require(_objections.TrueForAll(o => o.DecidedOn is not null), $"还有{_objections.Count(o => o.DecidedOn is null)}件异议没有核实，不能确定。");
        Rule.Require(_objections.TrueForAll(o => !o.IsUpheld), "有异议经核实成立，不能确定。");
        Rule.Require(selection.Confirmed < Programme.Numbers[Domain], $"{Domain.Text()}领域拟确定{Programme.Numbers[Domain]}个，已确定{selection.Confirmed}个，不能再确定。");
        Rule.Require(selection.Confirmed + 1 < selection.Declared, $"{Domain.Text()}领域申报{selection.Declared}个，已确定{selection.Confirmed}个；确定数应少于申报数，优中选优。");
        (Stage, ConfirmedOn, ConfirmationNo) = (SiteStage.Confirmed, on, meetingNo);
    }

    /// <summary>不予确定, with the reason that the organisation is told.</summary>
    public void Decline(string words, DateOnly today)
    {
        Require(Stage is >= SiteStage.Endorsed and <= SiteStage.InNotice, "只有推荐后、确定前的可以作不予确定处理。");
        Rule.RequireText(words, OpinionMaxLength, "不予确定的理由");
        (Stage, EndedOn, EndWords) = (SiteStage.Declined, today, words);
    }

    /// <summary>一点一策 as far as it is no measure: what is weak, which leader visits, which colleague guides.</summary>
    public void WritePlan(string weaknesses, string leader, string guide)
    {
        RequirePlanOpen();
        Rule.Require(weaknesses.Length <= WeaknessesMaxLength && leader.Length <= PeopleMaxLength && guide.Length <= PeopleMaxLength, $"现状短板不超过{WeaknessesMaxLength}字，联系领导和指导科员各不超过{PeopleMaxLength}字。");
        (Weaknesses, Leader, Guide) = (weaknesses, leader, guide);
    }

    /// <summary>措施: a task of the organisation's list, its own or one made for the plan, with what only the plan says of it.</summary>
    /// <param name="isMade">Made for the plan: it comes into force with it.</param>
    public SiteMeasure Take(WorkTask task, bool isMade, long? fundsFen, string carrier, string result)
    {
        RequirePlanOpen();
        Rule.Require(task.OrganizationId == OrganizationId, "措施应是本组织任务清单中的任务。");
        Rule.Require(_measures.TrueForAll(m => m.Task != task), "该任务已经列为措施。");
        Rule.Require(isMade || task.IsInForce, "只能选用任务清单中执行的任务。");
        var measure = new SiteMeasure(this, 1 + _measures.Select(m => m.No).DefaultIfEmpty(0).Max(), task, isMade, fundsFen, carrier, result);
        _measures.Add(measure);
        return measure;
    }

    /// <returns>The task that goes with it, where it was made for the plan and is not in force yet; null where the task stays.</returns>
    public WorkTask? Drop(SiteMeasure measure)
    {
        RequirePlanOpen();
        _measures.Remove(measure);
        return measure.IsMade && measure.Task.State is TaskState.Draft ? measure.Task : null;
    }

    /// <summary>报送一点一策.</summary>
    public void SubmitPlan(Actor by, DateOnly today)
    {
        RequirePlanOpen();
        Rule.Require(Weaknesses.Length > 0 && Leader.Length > 0 && Guide.Length > 0, "请先填写现状短板、联系领导和指导科员。");
        Rule.Require(_measures.Count > 0, "请至少列一项措施。");
        foreach (var task in _measures.Select(m => m.Task))
        {
            Rule.Require(task.Lead.IsResolved && task.DueOn is not null, $"措施“{task.Content}”没有责任人或时限，请补齐后报送。");
        }

        (PlanSubmittedOn, PlanSubmittedBy, PlanReturnReason) = (today, by.Name, "");
    }

    public void ReturnPlan(string reason)
    {
        RequirePlanWaiting();
        Rule.RequireText(reason, OpinionMaxLength, "退回的原因");
        (PlanSubmittedOn, PlanSubmittedBy, PlanReturnReason) = (null, "", reason);
    }

    /// <summary>审定: its tasks come into force with it, where the year's lists are filed already; otherwise with the lists.</summary>
    public void ApprovePlan(bool areListsFiled, Actor staff, DateOnly today)
    {
        RequirePlanWaiting();
        if (areListsFiled)
        {
            _measures.Where(m => m.IsMade).ToList().ForEach(m => m.Task.File());
        }

        (Stage, PlanApprovedOn, PlanApprovedBy) = (SiteStage.Cultivating, today, staff.Name);
    }

    /// <summary>年底决定: named, cultivated for another year, or taken out.</summary>
    /// <param name="score">The year's score, hundredths; null where it has not been assessed.</param>
    public SiteDecision Decide(SiteOutcome outcome, int? score, SiteReason? reason, string words, string meetingNo, DateOnly on, Actor by, DateOnly today)
    {
        Rule.Require(outcome is SiteOutcome.Named or SiteOutcome.Continued or SiteOutcome.Removed, "请选择命名、继续培育或移出。");
        Require(Stage is SiteStage.Cultivating || (outcome is SiteOutcome.Removed && Stage is SiteStage.Confirmed), "一点一策审定、进入培育后才能作年底决定。");
        Require(outcome is SiteOutcome.Removed || PlanApprovedOn is not null, "新一年的一点一策还没有审定，不能命名，也不能再次决定继续培育。");
        Rule.Require(outcome is not SiteOutcome.Named || score is not null, "还没有年底考核得分，不能命名。");
        Rule.Require(outcome is not SiteOutcome.Named || score >= Programme.Mark, $"年度得分{Quantity.Print(score ?? 0)}，未达到命名所需的{Quantity.Print(Programme.Mark)}分。");
        var decision = Record(outcome, score, reason, words, null, meetingNo, on, by, today);
        switch (outcome)
        {
            case SiteOutcome.Named:
                (Stage, NamedOn) = (SiteStage.Named, on);
                break;
            case SiteOutcome.Continued:
                (PlanSubmittedOn, PlanSubmittedBy, PlanApprovedOn, PlanApprovedBy) = (null, "", null, ""); // the next year has a plan of its own
                break;
            default:
                End(SiteStage.Removed, reason, words, on);
                break;
        }

        return decision;
    }

    /// <summary>年度复核 of a name: kept, warned with a day by which it is put right, or taken away.</summary>
    public SiteDecision Recheck(SiteOutcome outcome, int? score, SiteReason? reason, string words, DateOnly? rectifyBy, string meetingNo, DateOnly on, Actor by, DateOnly today)
    {
        Rule.Require(outcome is SiteOutcome.Kept or SiteOutcome.Warned or SiteOutcome.Delisted, "请选择保留、警示或摘牌。");
        Require(Stage is SiteStage.Named or SiteStage.Warned, "命名以后才有年度复核。");
        Rule.Require(on >= NamedOn, $"复核日期不能早于命名日期（{NamedOn:yyyy-MM-dd}）。");
        Rule.Require(Stage is SiteStage.Warned || outcome is SiteOutcome.Delisted || !IsRechecked(on.Year), $"{on.Year}年已经复核过。");
        Rule.Require(outcome is not SiteOutcome.Warned || rectifyBy > on, "警示的，请写明整改到哪一天，应晚于复核日期。");
        Rule.Require(reason is not SiteReason.LowTwice || (score < LowMark && _decisions.Where(d => d.On.Year == on.Year - 1).Any(d => d.Score < LowMark)), $"没有连续两年低于{Quantity.Print(LowMark)}分的得分记录，请选择其他事由。");
        var decision = Record(outcome, score, reason, words, outcome is SiteOutcome.Warned ? rectifyBy : null, meetingNo, on, by, today);
        if (outcome is SiteOutcome.Delisted)
        {
            End(SiteStage.Delisted, reason, words, on);
        }
        else
        {
            Stage = outcome is SiteOutcome.Kept ? SiteStage.Named : SiteStage.Warned;
        }

        return decision;
    }

    public bool IsRechecked(int year) => _decisions.Exists(d => d.On.Year == year && d.Outcome is SiteOutcome.Kept or SiteOutcome.Warned);

    private SiteDecision Record(SiteOutcome outcome, int? score, SiteReason? reason, string words, DateOnly? rectifyBy, string meetingNo, DateOnly on, Actor by, DateOnly today)
    {
        Rule.RequireText(meetingNo, NumberMaxLength, "会议纪要或决定文号");
        Rule.Require(on >= (PlanApprovedOn ?? ConfirmedOn) && on <= today, $"决定日期应在{PlanApprovedOn ?? ConfirmedOn:yyyy-MM-dd}至今天之间。");
        var takes = outcome is SiteOutcome.Removed or SiteOutcome.Warned or SiteOutcome.Delisted;
        Rule.Require(takes == reason is not null, takes ? "警示、移出、摘牌的，请选择事由。" : "命名、继续培育和保留的，不填事由。");
        Rule.Require(words.Length <= OpinionMaxLength && (words.Length > 0 || outcome is SiteOutcome.Named or SiteOutcome.Kept), $"请写明情况，不超过{OpinionMaxLength}字。");
        var decision = new SiteDecision(this, outcome, score, reason, words, rectifyBy, meetingNo, on, by);
        _decisions.Add(decision);
        return decision;
    }

    private void End(SiteStage stage, SiteReason? reason, string words, DateOnly on) => (Stage, EndedOn, EndReason, EndWords) = (stage, on, reason, words);

    private void RequirePlanOpen() => Require(IsPlanOpen, Stage is SiteStage.Confirmed or SiteStage.Cultivating ? "一点一策已经报送，需要修改请联系组织部退回。" : "确定以后才编制一点一策。");

    private void RequirePlanWaiting() => Require(Stage is SiteStage.Confirmed or SiteStage.Cultivating && PlanSubmittedOn is not null && PlanApprovedOn is null, "没有待审定的一点一策。");

    /// <summary>A transition that is not open now: the site is named, for whoever acts on several.</summary>
    private void Require(bool holds, string sentence) => Rule.Require(holds, Theme.Length > 0 ? $"示范点“{Theme}”：{sentence}" : sentence);
}
