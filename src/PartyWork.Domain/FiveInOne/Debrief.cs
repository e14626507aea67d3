using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.FiveInOne;

public enum DebriefMode
{
    [Description("现场")] OnSite = 1,
    [Description("书面")] Written,
}

/// <summary>综合评价等次.</summary>
public enum DebriefGrade
{
    [Description("好")] Good = 1,
    [Description("较好")] Fair,
    [Description("一般")] Average,
    [Description("差")] Poor,
}

public enum DebriefStage
{
    [Description("撰写中")] Drafting = 1,
    [Description("待审核")] Submitted,
    [Description("退回修改")] Returned,
    [Description("待述职")] Accepted,
    [Description("待评定")] Reported,
    [Description("已评定")] Graded,
}

/// <summary>
/// 述职评议: what the secretary of an organisation reports of a year, what the superior says to it, and the grade. Committees write the report here;
/// of the others the paper is kept with its day and grade.
/// </summary>
public sealed class Debrief : IBelongToOrganization, IAudited
{
    /// <summary>What a printed report shows where nothing has been written yet; no report is filed with it.</summary>
    public const string Placeholder = "待填写";

    public const int MostCharacters = 3000, LeastProblems = 3, MostComments = 10, PlaceMaxLength = 60, PeopleMaxLength = 200, TextMaxLength = 500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly List<DebriefAnswer> _answers = [];
    private readonly List<DebriefComment> _comments = [];
    private readonly List<EvidenceUse> _evidence = [];

    public Debrief(int organizationId, int year) => (OrganizationId, Year, Stage) = (organizationId, year, DebriefStage.Drafting);

    private Debrief() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }

    /// <summary>存档: the report is on paper; here are its day, mode and grade.</summary>
    public bool IsFile { get; private set; }
    public DebriefStage Stage { get; private set; }

    /// <summary>The writer's own words.</summary>
    public DebriefText Text { get; private set; } = DebriefText.Empty;

    /// <summary>The sentences made from records, as JSON.</summary>
    public string Told { get; private set; } = "[]";
    public string SubmittedBy { get; private set; } = "";
    public int? SubmittedById { get; private set; }

    /// <summary>The day of the latest submission.</summary>
    public DateOnly? SubmittedOn { get; private set; }
    public string ReturnReason { get; private set; } = "";
    public string AcceptedBy { get; private set; } = "";
    public DateOnly? AcceptedOn { get; private set; }
    public DebriefMode? Mode { get; private set; }
    public DateOnly? MeetingOn { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>点评人.</summary>
    public string CommentedBy { get; private set; } = "";

    /// <summary>点评.</summary>
    public string Comment { get; private set; } = "";
    public DebriefGrade? Grade { get; private set; }
    public string GradeReason { get; private set; } = "";
    public DateOnly? GradedOn { get; private set; }
    public string GradedBy { get; private set; } = "";
    public IReadOnlyList<DebriefAnswer> Answers => _answers;
    public IReadOnlyList<DebriefComment> Comments => _comments;
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    public bool IsEditable => !IsFile && Stage is DebriefStage.Drafting or DebriefStage.Returned;

    /// <summary>一般 or 差: the superior talks with the secretary and sets a day for putting it right.</summary>
    public bool IsLow => Grade >= DebriefGrade.Average;

    bool IAudited.IsRecorded => Stage is not DebriefStage.Drafting;

    /// <summary>Reports are written from 1 December on.</summary>
    public static DateOnly OpensOn(int year) => new(year, 12, 1);

    /// <summary>述职评议 of a year is over by the end of March after it.</summary>
    public static DateOnly EndsOn(int year) => new(year + 1, 3, 31);

    public IReadOnlyList<DebriefSentence> Sentences() => JsonSerializer.Deserialize<List<DebriefSentence>>(Told)!;

    public IEnumerable<DebriefSentence> SentencesOf(DebriefPart part) => Sentences().Where(s => s.Part == part && s.IsKept);

    /// <summary>存在的主要问题, one a line.</summary>
    public IReadOnlyList<string> ProblemLines => TextLines.Of(Text.Problems);

    /// <summary>字数 of all that will be printed but the headings, the pledges and the problems themselves.</summary>
    public int Characters => new[] { Text.Duties, Text.Pledges, Text.Rectification, Text.Problems, Text.NextSteps }.Concat(_answers.Select(a => a.Words)).Concat(Sentences().Where(s => s.IsKept).Select(s => s.Text))
        .Sum(words => words.Count(c => !char.IsWhiteSpace(c)));

    public string AnswerTo(Pledge pledge) => _answers.SingleOrDefault(a => a.PledgeId == pledge.Id)?.Words ?? "";

    public string AnswerTo(Problem problem) => _answers.SingleOrDefault(a => a.ProblemId == problem.Id)?.Words ?? "";

    /// <summary>取数: the sentences as the records are now; what the writer had left out stays out.</summary>
    public void Tell(IEnumerable<DebriefSentence> sentences)
    {
        RequireEditable();
        var left = Sentences().Where(s => !s.IsKept).Select(s => (s.Part, s.Link)).ToHashSet();
        Told = JsonSerializer.Serialize(sentences.Select(s => s with { IsKept = !left.Contains((s.Part, s.Link)) }), Plain);
    }

    /// <summary>Keeps what was typed, complete or not.</summary>
    /// <param name="kept">The numbers of the sentences that stay in the report, from 0.</param>
    /// <param name="answers">What the same form says of pledges and of last year's problems.</param>
    public void Write(DebriefText text, IReadOnlyCollection<int> kept, IEnumerable<DebriefWords> answers)
    {
        RequireEditable();
        Text = text;
        foreach (var (pledge, problem, words) in answers)
        {
            Answer(pledge?.Id, problem?.Id, words);
        }

        Told = JsonSerializer.Serialize(Sentences().Select((s, i) => s with { IsKept = kept.Contains(i) }), Plain);
        Rule.Require(Characters <= MostCharacters, $"述职报告不超过{MostCharacters}字，现有{Characters}字。");
    }

    /// <summary>What is still missing; empty when it can be submitted.</summary>
    /// <param name="pledges">Those published in the year: each is answered.</param>
    /// <param name="problems">What the year took over from last year's assessment and debrief: of each it is told how far it has been put right.</param>
    public IReadOnlyList<string> Missing(IEnumerable<Pledge> pledges, IReadOnlyCollection<Problem> problems) =>
    [
        .. HasParagraph(DebriefPart.Duties) ? Array.Empty<string>() : ["请写明履行党建责任情况。"],
        .. Placeheld().Select(part => $"“{part.Text()}”中还有“{Placeholder}”没有填写，请补齐或删去。"),
        .. HasParagraph(DebriefPart.Pledges) || pledges.Any() ? Array.Empty<string>() : ["请写明承诺践诺情况；本年度没有公示承诺的，也请写明。"],
        .. pledges.Where(p => AnswerTo(p).Length == 0).OrderBy(p => p.No).Select(p => $"承诺第{p.No}项没有回应，请写明践诺情况。"),
        .. problems.Where(p => AnswerTo(p).Length == 0).OrderBy(p => p.No).Select(p => $"上年度问题{p.No}没有写明整改情况。"),
        .. problems.Count > 0 || Text.Rectification.Length > 0 ? Array.Empty<string>() : ["请写明上年度问题整改情况；上年度没有反馈问题的，也请写明。"],
        .. ProblemLines.Count >= LeastProblems ? Array.Empty<string>() : [$"存在的主要问题至少写{LeastProblems}条，每行一条，现有{ProblemLines.Count}条。"],
        .. Text.NextSteps.Length > 0 ? Array.Empty<string>() : ["请写明下一步打算。"],
        .. Characters <= MostCharacters ? Array.Empty<string>() : [$"述职报告不超过{MostCharacters}字，现有{Characters}字。"],
    ];

    /// <summary>报送 by the secretary whose report it is.</summary>
    public void Submit(Actor secretary, IEnumerable<Pledge> pledges, IReadOnlyCollection<Problem> problems, DateOnly today)
    {
        RequireEditable();
        RequireComplete(pledges, problems);
        (Stage, SubmittedBy, SubmittedById, SubmittedOn, ReturnReason) = (DebriefStage.Submitted, secretary.Name, secretary.PersonId, today, "");
    }

    public void Return(Actor superior, string reason)
    {
        RequireReviewable(superior);
        Rule.Require(reason.Length is > 0 and <= TextMaxLength, $"请写明退回的原因，不超过{TextMaxLength}字。");
        (Stage, ReturnReason) = (DebriefStage.Returned, reason);
    }

    /// <summary>通过: it may be reported at the meeting. Without an answer to each pledge and the state of last year's problems it is not accepted.</summary>
    public void Accept(Actor superior, IEnumerable<Pledge> pledges, IReadOnlyCollection<Problem> problems, DateOnly today)
    {
        RequireReviewable(superior);
        RequireComplete(pledges, problems);
        (Stage, AcceptedBy, AcceptedOn) = (DebriefStage.Accepted, superior.Name, today);
    }

    /// <summary>存档 of a report on paper: of primary organisations only, committees go the whole way.</summary>
    public static Debrief File(int organizationId, OrganizationLevel level, int year, DebriefMeeting meeting, DateOnly today)
    {
        Rule.Require(level > OrganizationLevel.Committee, "党（工）委的述职报告在系统中撰写、报送，不能只作存档。");
        var debrief = new Debrief(organizationId, year) { IsFile = true, Stage = DebriefStage.Accepted };
        debrief.Meet(meeting, today);
        return debrief;
    }

    /// <summary>述职评议会, or that the report was read: day, place, who commented, what was said, and the problems named.</summary>
    public void Meet(DebriefMeeting meeting, DateOnly today)
    {
        Rule.Require(Stage is DebriefStage.Accepted or DebriefStage.Reported, Stage is DebriefStage.Graded ? "等次已经评定，述职评议情况不能再改。" : "述职报告审核通过后才能登记述职评议。");
        Rule.Require(Enum.IsDefined(meeting.Mode), "请选择述职方式：现场或书面。");
        Rule.Require(meeting.On <= today, "述职日期不能晚于今天。");
        Rule.Require(meeting.On >= OpensOn(Year) && meeting.On <= EndsOn(Year), $"{Year}年度的述职日期应在{Year}年12月至{Year + 1}年3月之间。");
        Rule.Require(AcceptedOn is null || meeting.On >= AcceptedOn, $"述职日期不能早于报告通过的日期（{AcceptedOn:yyyy-MM-dd}）。");
        Rule.Require(meeting.Place.Length <= PlaceMaxLength, $"地点不超过{PlaceMaxLength}字。");
        Rule.Require(meeting.Mode is DebriefMode.Written || meeting.Place.Length > 0, "现场述职的，请填写地点。");
        Rule.Require(meeting.CommentedBy.Length <= PeopleMaxLength && meeting.Comment.Length <= TextMaxLength, $"点评人不超过{PeopleMaxLength}字，点评不超过{TextMaxLength}字。");
        Rule.Require(meeting.Comment.Length == 0 || meeting.CommentedBy.Length > 0, "请填写点评人。");
        Rule.Require(meeting.Problems.Count <= MostComments, $"点评问题不超过{MostComments}条。");
        Rule.Require(meeting.Problems.All(p => p.Length is > 0 and <= Problem.StatementMaxLength), $"点评问题每条不超过{Problem.StatementMaxLength}字，具体到事。");
        (Stage, Mode, MeetingOn, Place, CommentedBy, Comment) = (DebriefStage.Reported, meeting.Mode, meeting.On, meeting.Place, meeting.CommentedBy, meeting.Comment);
        if (!meeting.Problems.SequenceEqual(_comments.OrderBy(c => c.No).Select(c => c.Text)))
        {
            _comments.Clear();
            _comments.AddRange(meeting.Problems.Select((text, i) => new DebriefComment(OrganizationId, i + 1, text)));
        }
    }

    /// <summary>评定等次 by the superior: a judgement with its reason. The votes are looked at and do not decide.</summary>
    public void Rate(DebriefGrade grade, string reason, DateOnly on, Actor superior, DateOnly today)
    {
        Rule.Require(Stage is DebriefStage.Reported, Stage is DebriefStage.Graded ? "等次已经评定，不能再改。" : "请先登记述职评议情况，再评定等次。");
        Rule.Require(superior.PersonId != SubmittedById, "不能评定自己的述职，请由其他同志登记。");
        Rule.Require(Enum.IsDefined(grade), "请选择综合评价等次：好、较好、一般或差。");
        Rule.Require(reason.Length is > 0 and <= TextMaxLength, $"请写明评定的理由，不超过{TextMaxLength}字。");
        Rule.Require(on <= today && on >= MeetingOn, "评定日期应在述职之后、今天以前。");
        (Stage, Grade, GradeReason, GradedOn, GradedBy) = (DebriefStage.Graded, grade, reason, on, superior.Name);
    }

    /// <summary>点评问题转入 next year's problem list, all at once and once.</summary>
    /// <param name="no">The next free number of that list.</param>
    /// <param name="areListsFiled">Next year's lists are with the superior already, or filed.</param>
    public IReadOnlyList<Problem> ListComments(int no, bool areListsFiled, DateOnly today)
    {
        Rule.Require(Stage is DebriefStage.Graded, "等次评定后再把点评问题列入问题清单。");
        var open = _comments.Where(c => c.ListedOn is null).OrderBy(c => c.No).ToList();
        Rule.Require(open.Count > 0, _comments.Count == 0 ? "没有登记点评问题。" : "点评问题已经列入问题清单。");
        Rule.Require(!areListsFiled, $"{Year + 1}年三张清单已经报送，不能再列入；请先退回该单位清单。");
        var problems = open.Select((c, i) => Problem.Of(this, c, no + i)).ToList();
        open.ForEach(c => c.List(today));
        return problems;
    }

    /// <summary>附述职报告扫描件, beside a report on paper or what was signed.</summary>
    public EvidenceUse Attach(EvidenceItem item, Actor by, DateTime at)
    {
        Rule.Require(Stage >= DebriefStage.Reported, "登记述职评议后再附材料。");
        var use = new EvidenceUse(item, OrganizationId, _evidence, by, at) { Debrief = this };
        use.Submit();
        _evidence.Add(use);
        return use;
    }

    private bool HasParagraph(DebriefPart part) => Text[part].Length > 0 || SentencesOf(part).Any();

    /// <summary>The parts in which the words that hold an empty place have been taken along, typed or told.</summary>
    private IEnumerable<DebriefPart> Placeheld()
    {
        foreach (var part in Enum.GetValues<DebriefPart>())
        {
            var answers = _answers.Where(a => part is DebriefPart.Pledges ? a.PledgeId is not null : part is DebriefPart.Rectification && a.ProblemId is not null).Select(a => a.Words);
            if (answers.Concat(SentencesOf(part).Select(s => s.Text)).Append(Text[part]).Any(words => words.Contains(Placeholder, StringComparison.Ordinal)))
            {
                yield return part;
            }
        }
    }

    private void Answer(int? pledgeId, int? problemId, string words)
    {
        var answer = _answers.SingleOrDefault(a => a.PledgeId == pledgeId && a.ProblemId == problemId);
        if (answer is null && words.Length > 0)
        {
            answer = new DebriefAnswer(this, pledgeId, problemId);
            _answers.Add(answer);
        }

        answer?.Write(words);
    }

    private void RequireComplete(IEnumerable<Pledge> pledges, IReadOnlyCollection<Problem> problems)
    {
        var missing = Missing(pledges, problems);
        Rule.Require(missing.Count == 0, string.Join("", missing.Take(5)) + (missing.Count > 5 ? $"等{missing.Count}处。" : ""));
    }

    private void RequireEditable() => Rule.Require(IsEditable, IsFile ? "这是存档的述职，没有电子报告。" : "述职报告已经报送，需要修改请联系上级党组织退回。");

    private void RequireReviewable(Actor superior)
    {
        Rule.Require(Stage is DebriefStage.Submitted, "述职报告现在不在待审核状态，请刷新后查看。");
        Rule.Require(superior.PersonId != SubmittedById, "不能审核自己的述职报告，请由其他同志审核。");
    }
}

/// <summary>What is said of a pledge, or of a problem of the year before.</summary>
public sealed record DebriefWords(Pledge? Pledge, Problem? Problem, string Words)
{
    public static DebriefWords Of(Pledge pledge, string words) => new(pledge, null, words);

    public static DebriefWords Of(Problem problem, string words) => new(null, problem, words);
}

/// <summary>述职评议会 as it is registered.</summary>
/// <param name="Problems">点评问题, one each.</param>
public sealed record DebriefMeeting(DebriefMode Mode, DateOnly On, string Place, string CommentedBy, string Comment, IReadOnlyList<string> Problems)
{
    /// <summary>One a line.</summary>
    public static IReadOnlyList<string> Lines(string words) => TextLines.Of(words);
}
