using System.ComponentModel;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Assessments;

/// <summary>一轮考核走到哪一步.</summary>
public enum RoundStage
{
    [Description("起草方案")] Draft = 1,
    [Description("单位自评")] SelfScoring,
    [Description("待抽签")] Drawing,
    [Description("现场考核")] OnSite,
    [Description("结果已定")] Closed,
    [Description("等次已定")] Graded,
    [Description("已公布")] Announced,
    [Description("已归档")] Archived,
}

/// <summary>考核方案.</summary>
/// <param name="DocumentNo">方案文号.</param>
/// <param name="PlanNo">列入年度督查检查考核计划的文号: no round is held outside the year's plan.</param>
/// <param name="SelfDue">自评截止日.</param>
/// <param name="AccessUntil">Last day on which assessors read and score; after it their access ends by itself.</param>
public sealed record RoundPlan(string Name, string DocumentNo, string PlanNo, DateOnly SelfDue, DateOnly OnSiteFrom, DateOnly OnSiteTo, DateOnly AccessUntil)
{
    /// <summary>每组考核单位数 where the district has not said otherwise.</summary>
    public const int UsualLeastLoad = 8, UsualMostLoad = 12;

    /// <summary>每组至少: a team with less is only remarked on.</summary>
    public int LeastLoad { get; init; } = UsualLeastLoad;

    /// <summary>每组至多: no lots are drawn by which a team would have more.</summary>
    public int MostLoad { get; init; } = UsualMostLoad;
}

/// <summary>An organisation that another year-end round of the same year assesses as well.</summary>
/// <param name="Round">The other round's name.</param>
public sealed record AlsoAssessed(int OrganizationId, int RoundId, string Round);

/// <summary>一轮考核: who is assessed by which rubric, by which teams, and where it stands. What each organisation comes to is on its <see cref="ScoreSheet"/>.</summary>
public sealed class Round : IAudited
{
    public const int NameMaxLength = 60, NumberMaxLength = 50, ReasonMaxLength = 200;

    /// <summary>考核组人数.</summary>
    public const int LeastMembers = 3, MostMembers = 5;

    /// <summary>交叉复评: so many of a hundred organisations, at least one.</summary>
    public const int CheckedPercent = 10;

    private readonly List<ScoreSheet> _sheets = [];
    private readonly List<AssessmentTeam> _teams = [];
    private readonly List<Recusal> _recusals = [];
    private readonly List<AnnualResult> _results = [];

    /// <param name="organizerId">The district, or a committee that assesses what is below it.</param>
    public Round(int organizerId, int year, AssessmentPhase phase, int no, RoundPlan plan)
    {
        Rule.Require(year is >= 2000 and <= 2100 && no > 0 && Enum.IsDefined(phase), "请选择年度和考核阶段。");
        (OrganizerId, Year, Phase, No, Stage) = (organizerId, year, phase, no, RoundStage.Draft);
        Write(plan);
    }

    private Round() { }

    /// <summary>A committee's round stands under the district's scheme of the year and phase: by its rubrics and its numbers of documents.</summary>
    public static Round Under(Round district, int committeeId, int no, RoundPlan plan)
    {
        Rule.Require(district.PublishedOn is not null, "区级考核方案还没有发布，党（工）委不能发起考核。");
        return new Round(committeeId, district.Year, district.Phase, no, plan with { DocumentNo = district.Plan.DocumentNo, PlanNo = district.Plan.PlanNo });
    }

    public int Id { get; private set; }

    /// <summary>组织考核的党组织: whose round it is.</summary>
    public int OrganizerId { get; private set; }
    public int Year { get; private set; }
    public AssessmentPhase Phase { get; private set; }

    /// <summary>Its number within the year; of its self-scores the period.</summary>
    public int No { get; private set; }

    /// <summary>In whose problem list stands what costs points: a mid-year check's is put right within the year, a year-end's in the next.</summary>
    public int ListYear => Phase is AssessmentPhase.Mid ? Year : Year + 1;
    public RoundStage Stage { get; private set; }
    public RoundPlan Plan { get; private set; } = null!;
    public string PublishedBy { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>UTC, when the computed scores were taken down.</summary>
    public DateTime? FrozenAt { get; private set; }

    /// <summary>抽签种子: with it anybody can draw the same lots again.</summary>
    public string Seed { get; private set; } = "";
    public string FirstWitness { get; private set; } = "";
    public string SecondWitness { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? DrawnAt { get; private set; }

    /// <summary>交叉复评的抽签种子; empty where there was none.</summary>
    public string CheckSeed { get; private set; } = "";
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>部务会 that decided on the grades: its day and the number of its minutes.</summary>
    public DateOnly? GradedOn { get; private set; }
    public string GradingNo { get; private set; } = "";

    /// <summary>公布等次: when, by which document, released by whom.</summary>
    public DateOnly? AnnouncedOn { get; private set; }
    public string AnnouncementNo { get; private set; } = "";
    public string AnnouncedBy { get; private set; } = "";

    /// <summary>One of each organisation; second checks stay with the sheet that they check.</summary>
    public IReadOnlyList<ScoreSheet> Sheets => _sheets;
    public IReadOnlyList<AssessmentTeam> Teams => _teams;
    public IReadOnlyList<Recusal> Recusals => _recusals;
    public IReadOnlyList<AnnualResult> Results => _results;

    int? IAudited.AuditOrganizationId => OrganizerId;

    public void Write(RoundPlan plan)
    {
        RequireDraft();
        Rule.Require(plan.Name.Length is > 0 and <= NameMaxLength, $"请填写考核名称，不超过{NameMaxLength}字。");
        Rule.Require(plan.DocumentNo.Length <= NumberMaxLength && plan.PlanNo.Length <= NumberMaxLength, $"文号不超过{NumberMaxLength}字。");
        Rule.Require(plan.SelfDue <= plan.OnSiteFrom, "自评截止日不能晚于现场考核开始日。");
        Rule.Require(plan.OnSiteFrom <= plan.OnSiteTo, "现场考核开始日不能晚于结束日。");
        Rule.Require(plan.AccessUntil >= plan.OnSiteTo, "考核人员权限截止日不能早于现场考核结束日。");
        Rule.Require(plan.LeastLoad is > 0 and < 100 && plan.MostLoad is > 0 and < 100 && plan.LeastLoad <= plan.MostLoad, "每组考核单位数应在1至99之间，下限不能大于上限。");
        Plan = plan;
    }

    /// <summary>How many teams the organisations need, so that none has more than the scheme allows.</summary>
    public int TeamsNeeded(int organizations) => (organizations + Plan.MostLoad - 1) / Plan.MostLoad;

    /// <summary>列入考核对象; the rubric must be published and of the year.</summary>
    public ScoreSheet Assess(int organizationId, Rubric rubric)
    {
        RequireDraft();
        Rule.Require(rubric.Year == Year && rubric.IsFrozen, $"{Year}年{rubric.Kind.Text()}考核细则还没有启用，不能列入。");
        Rule.Require(_sheets.TrueForAll(s => s.OrganizationId != organizationId), "该党组织已经列入本轮考核。");
        var sheet = new ScoreSheet(this, organizationId, rubric);
        _sheets.Add(sheet);
        return sheet;
    }

    public void Leave(ScoreSheet sheet)
    {
        RequireDraft();
        _sheets.Remove(sheet);
    }

    /// <summary>组建考核组: 3 to 5 people, one of them the leader, nobody in two teams.</summary>
    /// <param name="no">第几组; an existing team is formed anew.</param>
    /// <returns>The team, and the members that it no longer has.</returns>
    public AssessmentTeam Form(int no, IReadOnlyCollection<Assessor> members, int leaderId)
    {
        Rule.Require(Stage is RoundStage.Draft or RoundStage.SelfScoring or RoundStage.Drawing, "已经抽签，考核组不能再改；有人须回避的，请登记回避后对该单位重抽。");
        Rule.Require(members.Select(m => m.PersonId).Distinct().Count() is >= LeastMembers and <= MostMembers, $"第{no}组：每组{LeastMembers}至{MostMembers}人，请重新选择。");
        Rule.Require(Phase is not AssessmentPhase.Acceptance || (members.Count == AssessmentTeam.AcceptanceUnits.Count && AssessmentTeam.AcceptanceUnits.All(u => members.Any(m => m.Unit == u))), $"第{no}组：整顿验收组由{string.Join("、", AssessmentTeam.AcceptanceUnits.Select(u => u.Text()))}各1人组成，请给每名成员选定部门。");
        Rule.Require(members.Any(m => m.PersonId == leaderId && m.MayLead), $"第{no}组：请在本组担任“考核组组长”职务的同志中指定组长。");
        var other = _teams.Where(t => t.No != no).SelectMany(t => t.Members.Select(m => (t.No, m.PersonId, m.Name))).FirstOrDefault(m => members.Any(x => x.PersonId == m.PersonId));
        Rule.Require(other.No == 0, $"{other.Name}已在第{other.No}组，一人只能编入一组。");
        var team = _teams.Find(t => t.No == no);
        if (team is null)
        {
            team = new AssessmentTeam(no);
            _teams.Add(team);
        }

        team.Form(members, leaderId);
        return team;
    }

    /// <summary>解散一个组; there is none of that number any more.</summary>
    public void Disband(AssessmentTeam team)
    {
        Rule.Require(Stage is RoundStage.Draft or RoundStage.SelfScoring or RoundStage.Drawing, "已经抽签，考核组不能再解散。");
        _teams.Remove(team);
    }

    /// <summary>登记回避; after the draw the person scores there no more, and the organisation is to be drawn again.</summary>
    public Recusal Recuse(int personId, int organizationId, string reason)
    {
        Rule.Require(Stage < RoundStage.Closed, "结果已定，不再登记回避。");
        var said = Stage < RoundStage.OnSite ? reason : Recusal.AfterDraw + reason; // the lots of before can be drawn again without it
        Rule.Require(reason.Length > 0 && said.Length <= ReasonMaxLength, $"请写明回避理由，不超过{ReasonMaxLength - Recusal.AfterDraw.Length}字。");
        Rule.Require(!Recuses(personId, organizationId), "已经登记过这一回避。");
        var recusal = new Recusal(personId, organizationId, said);
        _recusals.Add(recusal);
        return recusal;
    }

    /// <summary>撤销登记错误的回避.</summary>
    public void Lift(Recusal recusal)
    {
        Rule.Require(Stage < RoundStage.OnSite, "已经抽签，回避登记不能再撤销。");
        _recusals.Remove(recusal);
    }

    public bool Recuses(int personId, int organizationId) => _recusals.Exists(r => r.PersonId == personId && r.OrganizationId == organizationId);

    /// <summary>年底考核 gives an organisation its grade of the year, so that it stands in one year-end round alone, whoever holds it.</summary>
    /// <param name="elsewhere">Where the round's organisations stand in other year-end rounds of the year that have been published.</param>
    /// <param name="names">Of organisations, for the sentence.</param>
    public void RequireAlone(IEnumerable<AlsoAssessed> elsewhere, Func<int, string> names)
    {
        var twice = Phase is AssessmentPhase.End ? elsewhere.FirstOrDefault(e => _sheets.Exists(s => s.OrganizationId == e.OrganizationId)) : null;
        Rule.Require(twice is null, $"“{(twice is null ? "" : names(twice.OrganizationId))}”已列入“{twice?.Round}”，一年只参加一次年底考核、只有一个等次；请移出后再发布。");
    }

    /// <summary>发布方案: self-scoring begins, and each organisation owes a self-score until the due day.</summary>
    /// <param name="levels">Which level each organisation is of.</param>
    public IReadOnlyList<Filing> Publish(WorkYear year, IReadOnlyDictionary<int, OrganizationLevel> levels, Actor by, DateOnly today)
    {
        RequireDraft();
        Rule.Require(Phase is not AssessmentPhase.Acceptance, "整顿验收不自评：组建验收组后直接开始。");
        Rule.Require(year.Year == Year, $"请选择{Year}年度。");
        Rule.Require(Plan.DocumentNo.Length > 0, "请先填写方案文号，再发布。");
        Rule.Require(Plan.PlanNo.Length > 0, "请先填写列入年度督查检查考核计划的文号；没有列入计划的考核不能发布。");
        Rule.Require(_sheets.Count > 0, "还没有列入考核对象，不能发布。");
        Rule.Require(Plan.SelfDue >= today, "自评截止日已过，请改期后再发布。");
        (Stage, PublishedBy, PublishedOn) = (RoundStage.SelfScoring, by.Name, today);
        return [.. _sheets.GroupBy(s => levels[s.OrganizationId]).OrderBy(g => g.Key).SelectMany(g =>
        {
            var window = new Window(Year, FilingKind.SelfScore, No, g.Key, today, Plan.SelfDue, Plan.SelfDue, year.Scheme.ReviewWorkdays);
            return year.Publish(window, [.. g.Select(s => s.OrganizationId)], today);
        })];
    }

    /// <summary>结束自评: what the records yield is taken down with the self-scores, and from now on only people change it.</summary>
    /// <param name="bases">What each organisation's criteria are scored from.</param>
    /// <param name="filings">The self-scores, by organisation.</param>
    public void Freeze(
        Func<ScoreSheet, IReadOnlyDictionary<RubricCriterion, ScoreBasis>> bases, IReadOnlyDictionary<int, Filing> filings, IReadOnlyDictionary<string, ScoreMetric> metrics, DateTime now)
    {
        Rule.Require(Stage is RoundStage.SelfScoring, "只有自评阶段可以结束自评。");
        Rule.Require(OfficeTime.DayOf(now) > Plan.SelfDue || filings.Values.All(f => f.FirstSubmittedAt is not null), $"自评{Plan.SelfDue:M月d日}24:00截止；所有单位都已报送的，可以提前结束。");
        foreach (var sheet in _sheets)
        {
            sheet.Freeze(bases(sheet), filings.GetValueOrDefault(sheet.OrganizationId), metrics);
        }

        (Stage, FrozenAt) = (RoundStage.Drawing, now);
    }

    /// <summary>开始验收: without self-scores and lots. What the records yield is taken down, and each community gets the first team of which nobody has to keep away.</summary>
    /// <param name="bases">What each community's criteria are scored from.</param>
    /// <param name="names">Of organisations, for the sentences.</param>
    public void Begin(Func<ScoreSheet, IReadOnlyDictionary<RubricCriterion, ScoreBasis>> bases, IReadOnlyDictionary<string, ScoreMetric> metrics, Func<int, string> names, Actor by, DateTime now)
    {
        RequireDraft();
        Rule.Require(Phase is AssessmentPhase.Acceptance, "只有整顿验收不经自评和抽签。");
        Rule.Require(Plan.DocumentNo.Length > 0, "请先填写方案文号，再开始验收。");
        Rule.Require(_sheets.Count > 0, "还没有列入申请验收的社区，不能开始。");
        Rule.Require(_teams.Count > 0, "还没有组建验收组，不能开始。");
        foreach (var sheet in _sheets)
        {
            var team = _teams.OrderBy(t => t.No).FirstOrDefault(t => t.Members.All(m => !Recuses(m.PersonId, sheet.OrganizationId)));
            Rule.Require(team is not null, $"{names(sheet.OrganizationId)}：各验收组都有须回避的人，请调整验收组或另组一组。");
            sheet.Freeze(bases(sheet), null, metrics);
            sheet.Assign(team!);
        }

        (Stage, PublishedBy, PublishedOn, FrozenAt) = (RoundStage.OnSite, by.Name, OfficeTime.DayOf(now), now);
    }

    /// <summary>抽签: by the seed, before two witnesses, past everybody who must keep away.</summary>
    /// <param name="codes">组织代码 of the organisations: with the seed they decide the order of the lots.</param>
    public void Draw(string seed, string firstWitness, string secondWitness, IReadOnlyDictionary<int, string> codes, DateTime now)
    {
        Rule.Require(Stage is RoundStage.Drawing, "自评结束后才能抽签。");
        var (first, second) = (firstWitness.Trim(), secondWitness.Trim());
        Rule.Require(first.Length is > 0 and <= NameMaxLength && second.Length is > 0 and <= NameMaxLength && first != second, "抽签须有两名不同的见证人，请填写姓名。");
        Rule.Require(_teams.SelectMany(t => t.Members).All(m => m.Name != first && m.Name != second), "见证人不能是考核组成员。");
        Rule.Require(_teams.Count == 0 || _teams.Count >= TeamsNeeded(_sheets.Count), $"{_sheets.Count}个单位，每组最多考核{Plan.MostLoad}个，至少需要{TeamsNeeded(_sheets.Count)}个考核组，现有{_teams.Count}个；请增加考核组后再抽签。");
        var lots = Lots.Draw(seed, _sheets, _teams, codes, Recuses);
        var most = lots.GroupBy(l => l.Team).MaxBy(g => g.Count());
        Rule.Require(most is null || most.Count() <= Plan.MostLoad, $"因须回避的人员较多，{most?.Key.Name}要考核{most?.Count()}个单位，超过每组{Plan.MostLoad}个的上限；请增加考核组或调整人员后再抽签。");
        foreach (var (sheet, team) in lots)
        {
            sheet.Assign(team);
        }

        (Stage, Seed, FirstWitness, SecondWitness, DrawnAt) = (RoundStage.OnSite, seed, first, second, now);
    }

    /// <summary>重抽 of one organisation, because somebody of its team has to keep away. What has been scored so far is given up.</summary>
    public void DrawAgain(ScoreSheet sheet, string seed, string reason, IReadOnlyDictionary<int, string> codes)
    {
        Rule.Require(Phase is not AssessmentPhase.Acceptance, "整顿验收不抽签。");
        Rule.Require(Stage is RoundStage.OnSite && sheet.Stage is SheetStage.Scoring, "只有现场考核中、还没有提交的单位可以重抽。");
        RequireReason(reason);
        var others = _teams.Where(t => t != sheet.Team && t != sheet.SecondCheck?.Team).ToList();
        Rule.Require(others.Count > 0, "没有其他考核组可抽。");
        var (_, team) = Lots.Draw(seed, [sheet], others, codes, Recuses, _sheets).Single();
        sheet.AssignAgain(team, $"{reason}（重抽种子{seed}）");
    }

    /// <summary>复评重抽: somebody of the second team has to keep away. What it has scored so far is given up; the first team's sheet is untouched.</summary>
    /// <param name="teams">Who may check, as at the first drawing.</param>
    public void DrawCheckAgain(ScoreSheet check, string seed, string reason, IReadOnlyCollection<AssessmentTeam> teams, IReadOnlyDictionary<int, string> codes)
    {
        Rule.Require(Stage is RoundStage.OnSite && check is { Checked: not null, Stage: SheetStage.Scoring }, "只有评分中、还没有提交的交叉复评可以重抽。");
        RequireReason(reason);
        var lots = Lots.DrawChecks(seed, [check.Checked!], [.. teams.Where(t => t != check.Team)], codes, Recuses, 1);
        Rule.Require(lots.Count > 0, "没有其他考核组可以复评：其余各组都有须回避的人员。");
        check.AssignAgain(lots[0].Team, $"{reason}（重抽种子{seed}）");
    }

    /// <summary>How many are checked by a second team.</summary>
    public static int ChecksOf(int organizations) => Math.Max(1, ((organizations * CheckedPercent) + 99) / 100);

    /// <summary>交叉复评: a tenth of the organisations, drawn by seed, is scored once more by another team. What it comes to changes nothing by itself.</summary>
    /// <param name="teams">Who may check: the round's own teams.</param>
    public IReadOnlyList<ScoreSheet> DrawChecks(string seed, IReadOnlyCollection<AssessmentTeam> teams, IReadOnlyDictionary<int, string> codes)
    {
        Rule.Require(Phase is not AssessmentPhase.Acceptance, "整顿验收不交叉复评。");
        Rule.Require(Stage is RoundStage.OnSite, "抽签后、定结果前才能抽取交叉复评的单位。");
        Rule.Require(CheckSeed.Length == 0, "本轮已经抽取过交叉复评的单位。");
        var open = Assessed.Where(s => s.Stage is SheetStage.Scoring or SheetStage.Provisional).ToList();
        Rule.Require(open.Count > 0, "各单位都已反馈，不能再抽取交叉复评。");
        var lots = Lots.DrawChecks(seed, open, teams, codes, Recuses, ChecksOf(Assessed.Count()));
        Rule.Require(lots.Count > 0, "没有其他考核组可以复评：各组都有须回避的人员，或者只有一个考核组。");
        CheckSeed = seed;
        return [.. lots.Select(l => new ScoreSheet(l.Sheet, l.Team))];
    }

    /// <summary>What nothing can change any more becomes final, each organisation by itself; the others of the round go on.</summary>
    /// <returns>The sheets that have become final now: what they lost goes into the lists.</returns>
    public IReadOnlyList<ScoreSheet> Settle(DateOnly today)
    {
        List<ScoreSheet> settled = [.. Assessed.Where(s => s.Stage is SheetStage.Feedback && s.IsSettled(today))];
        settled.ForEach(s => s.Settle());
        return settled;
    }

    /// <summary>定结果: every letter is out, every objection decided and every term over.</summary>
    /// <returns>The sheets that were not final before.</returns>
    public IReadOnlyList<ScoreSheet> Close(DateOnly today)
    {
        Rule.Require(Stage is RoundStage.OnSite, "现场考核和反馈结束后才能定结果。");
        var open = Assessed.Count(s => !s.IsSettled(today));
        Rule.Require(open == 0, $"还有{open}个单位没有反馈、申诉期未满或申诉未办结，不能定结果。");
        (Stage, ClosedOn) = (RoundStage.Closed, today);
        return Settle(today);
    }

    /// <summary>定等次, as the department's meeting decided it: what it had before it is kept with every grade.</summary>
    /// <param name="compositions">年度总评 of every organisation of the round.</param>
    /// <param name="grades">By organisation, as the groups' rules allow.</param>
    /// <param name="reasons">By organisation, where the decision is another than was proposed.</param>
    /// <param name="names">Of organisations, for the sentences.</param>
    public void Grade(
        IReadOnlyList<GroupGrading> groups, IReadOnlyDictionary<int, Composition> compositions, IReadOnlyDictionary<int, AssessmentGrade> grades, IReadOnlyDictionary<int, string> reasons,
        Func<int, string> names, string meetingNo, DateOnly on, DateOnly today)
    {
        Rule.Require(Phase is AssessmentPhase.End, $"{Phase.Text()}不评等次。");
        Rule.Require(Stage is RoundStage.Closed, "结果已定后才能定等次，等次只定一次。");
        Rule.Require(meetingNo.Length is > 0 and <= NumberMaxLength, $"请填写部务会纪要文号，不超过{NumberMaxLength}字。");
        Rule.Require(on >= ClosedOn && on <= today, $"部务会日期应在{ClosedOn:M月d日}至今天之间。");
        foreach (var group in groups)
        {
            group.Require(grades, reasons, names);
        }

        var sheets = Assessed.ToDictionary(s => s.OrganizationId);
        _results.AddRange(
            from g in groups
            from p in g.Proposals
            let id = p.Candidate.OrganizationId
            select new AnnualResult(sheets[id], g.Group, compositions[id], p, grades[id], reasons.GetValueOrDefault(id) ?? ""));
        (Stage, GradingNo, GradedOn) = (RoundStage.Graded, meetingNo, on);
    }

    /// <summary>公布等次: from now on every organisation knows all grades, and its own composition.</summary>
    public void Announce(string documentNo, Actor leader, DateOnly today)
    {
        Rule.Require(Stage is RoundStage.Graded, "定等次后才能公布。");
        Rule.Require(documentNo.Length is > 0 and <= NumberMaxLength, $"请填写公布文号，不超过{NumberMaxLength}字。");
        (Stage, AnnouncementNo, AnnouncedBy, AnnouncedOn) = (RoundStage.Announced, documentNo, leader.Name, today);
    }

    public void Archive()
    {
        Rule.Require(Stage == (Phase is AssessmentPhase.End ? RoundStage.Announced : RoundStage.Closed), Phase is AssessmentPhase.End ? "等次公布后才能归档。" : "结果已定后才能归档。");
        Stage = RoundStage.Archived;
    }

    /// <summary>Second checks are kept with the round as well once they have been read.</summary>
    private IEnumerable<ScoreSheet> Assessed => _sheets.Where(s => !s.IsSecondCheck);

    private static void RequireReason(string reason) => Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明重抽理由，不超过{ReasonMaxLength}字。");

    private void RequireDraft() => Rule.Require(Stage is RoundStage.Draft, "方案已发布，不能再改；确需调整的，请另行发起一轮。");
}
