using System.ComponentModel;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.AnnualReports;

public enum ReportState
{
    [Description("收集数据")] Collecting = 1,
    [Description("已成稿")] Drafted,
    [Description("修改中")] Edited,
    [Description("数据已锁定")] FiguresLocked,
    [Description("已审核")] Reviewed,
    [Description("已批准")] Approved,
    [Description("已印发")] Issued,
    [Description("已归档")] Archived,
}

/// <summary>
/// 年度总结: the district's report of a year. Words are people's, numbers are the records'; when the figures are locked neither changes any more.
/// Who drafted, edited or locked it neither reviews nor approves it, and who reviewed it does not approve it.
/// </summary>
public sealed class AnnualReport : IAudited
{
    public const int DocumentNoMaxLength = 40, ReasonMaxLength = 200;

    private readonly List<ReportParagraph> _paragraphs = [];
    private readonly List<ReportExplanation> _explanations = [];
    private readonly List<ReportVersion> _versions = [];
    private readonly List<ReportAct> _acts = [];

    public AnnualReport(int year, DateOnly cutoff)
    {
        (Year, State) = (year, ReportState.Collecting);
        SetCutoff(cutoff);
    }

    private AnnualReport() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public ReportState State { get; private set; }

    /// <summary>数据截至: what happened later is next year's, or an amendment.</summary>
    public DateOnly Cutoff { get; private set; }
    public DateOnly? LockedOn { get; private set; }
    public string DocumentNo { get; private set; } = "";
    public DateOnly? IssuedOn { get; private set; }
    public IReadOnlyList<ReportParagraph> Paragraphs => _paragraphs;
    public IReadOnlyList<ReportExplanation> Explanations => _explanations;
    public IReadOnlyList<ReportVersion> Versions => _versions;
    public IReadOnlyList<ReportAct> Acts => _acts;

    int? IAudited.AuditOrganizationId => null;

    public bool IsLocked => State >= ReportState.FiguresLocked;

    /// <summary>起草、修改或锁定过: the words or the numbers are theirs.</summary>
    public bool WasDraftedBy(int personId) =>
        _acts.Exists(a => a.PersonId == personId && a.Kind is ReportActKind.Draft or ReportActKind.Lock) || _paragraphs.Exists(p => p.EditedById == personId);

    /// <summary>Of several reviews the last, which is the one that holds.</summary>
    public bool WasReviewedBy(int personId) => _acts.Where(a => a.Kind is ReportActKind.Review).OrderBy(a => a.At).LastOrDefault()?.PersonId == personId;

    public bool IsOpen => State is ReportState.Drafted or ReportState.Edited;

    public void SetCutoff(DateOnly cutoff)
    {
        Rule.Require(!IsLocked, "数据已锁定，截止日不能再改。");
        Rule.Require(cutoff.Year == Year, $"数据截止日应在{Year}年内。");
        Cutoff = cutoff;
    }

    /// <summary>生成初稿, or anew: the proposed words follow the templates, what was written by hand stays.</summary>
    /// <returns>The paragraphs that the templates no longer have and nobody has written.</returns>
    public IReadOnlyList<ReportParagraph> Draft(IReadOnlyList<ParagraphTemplate> templates, Actor by, DateTime now)
    {
        Rule.Require(!IsLocked, "数据已锁定，不能重新生成。需要修改的，请由审核或批准的同志退回。");
        foreach (var (i, template) in templates.Index())
        {
            if (_paragraphs.Find(p => p.Key == template.Key) is { } paragraph)
            {
                paragraph.Follow(template, i + 1);
            }
            else
            {
                _paragraphs.Add(new ReportParagraph(template, i + 1));
            }
        }

        var gone = _paragraphs.Where(p => p.OwnText is null && templates.All(t => t.Key != p.Key)).ToList();
        _paragraphs.RemoveAll(gone.Contains);
        State = State is ReportState.Collecting ? ReportState.Drafted : State;
        Note(ReportActKind.Draft, by, "", now);
        return gone;
    }

    public void Write(ReportParagraph paragraph, string typed, IReadOnlyDictionary<string, string> names, Actor by, DateOnly today) =>
        Edit(() => paragraph.Write(typed, names, by, today));

    /// <summary>恢复范文.</summary>
    public void Restore(ReportParagraph paragraph, Actor by, DateOnly today) => Edit(() => paragraph.Restore(by, today));

    /// <summary>本段不写: its figures are no longer missed.</summary>
    public void LeaveOut(ReportParagraph paragraph, string reason, Actor by, DateOnly today) => Edit(() => paragraph.LeaveOut(reason, by, today));

    public void PutBack(ReportParagraph paragraph, Actor by, DateOnly today) => Edit(() => paragraph.PutBack(by, today));

    /// <summary>A warning that stands for a reason; the reason is kept with the report.</summary>
    public void Explain(ReportFinding finding, string reason, Actor by, DateOnly today)
    {
        Rule.Require(IsOpen, "数据锁定前才能说明体检提示。");
        Rule.Require(finding.Level is FindingLevel.Warning, $"“{finding.Rule.Text()}”是差错，必须改正，不能用说明代替。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明理由，不超过{ReasonMaxLength}字。");
        if (_explanations.Find(e => e.IsOf(finding)) is { } earlier)
        {
            earlier.Write(reason, by, today);
        }
        else
        {
            _explanations.Add(new ReportExplanation(finding, reason, by, today));
        }
    }

    public bool IsExplained(ReportFinding finding) => _explanations.Exists(e => e.IsOf(finding));

    /// <summary>锁定数据: no error stands, every warning has its reason. From now on the printed numbers are these.</summary>
    public void Lock(IReadOnlyList<ReportFinding> findings, IReadOnlyList<OutlineLine> lines, IReadOnlyDictionary<string, ReportFigure> values, Actor by, DateTime now)
    {
        Rule.Require(IsOpen, State is ReportState.Collecting ? "请先生成初稿。" : "数据已经锁定。");
        var errors = findings.Where(f => f.Level is FindingLevel.Error).ToList();
        var missing = errors.Count(f => f.Rule is ReportRule.EmptyFigure);
        Rule.Require(errors.Count == 0, $"体检还有{errors.Count - missing}处差错{(missing > 0 ? $"、{missing}项数没有记录" : "")}，不能锁定：{string.Join("；", errors.Take(3).Select(e => e.Words.TrimEnd('。')))}{(errors.Count > 3 ? "等" : "")}。请按“定位”逐处改正。");
        var open = findings.Where(f => !IsExplained(f)).ToList();
        Rule.Require(open.Count == 0, $"体检还有{open.Count}处提示没有说明理由：{string.Join("；", open.Take(3).Select(e => e.Words.TrimEnd('。')))}。请改正或写明理由。");
        (State, LockedOn) = (ReportState.FiguresLocked, OfficeTime.DayOf(now));
        Note(ReportActKind.Lock, by, "", now);
        Keep("锁定稿", lines, values, by, now);
    }

    /// <summary>退回修改 by who reviews or approves: the figures are open again.</summary>
    public void SendBack(string reason, Actor by, DateTime now)
    {
        Rule.Require(State is ReportState.FiguresLocked or ReportState.Reviewed, "只有数据已锁定、尚未批准的报告可以退回。");
        RequireOther(by, "退回");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明退回修改的意见，不超过{ReasonMaxLength}字。");
        (State, LockedOn) = (ReportState.Edited, null);
        Note(ReportActKind.SendBack, by, reason, now);
    }

    public void Review(Actor by, DateTime now)
    {
        Rule.Require(State is ReportState.FiguresLocked, "数据锁定后才能审核。");
        RequireOther(by, "审核");
        State = ReportState.Reviewed;
        Note(ReportActKind.Review, by, "", now);
    }

    public void Approve(Actor by, DateTime now)
    {
        Rule.Require(State is ReportState.Reviewed, "审核后才能批准。");
        RequireOther(by, "批准");
        Rule.Require(!WasReviewedBy(by.PersonId), "您已审核本报告，审核和批准不能由同一人办理，请由其他部领导批准。");
        State = ReportState.Approved;
        Note(ReportActKind.Approve, by, "", now);
    }

    /// <param name="documentNo">发文字号; empty for an internal report.</param>
    public void Issue(string documentNo, Actor by, DateTime now)
    {
        Rule.Require(State is ReportState.Approved, "批准后才能印发。");
        Rule.Require(documentNo.Length <= DocumentNoMaxLength, $"发文字号不超过{DocumentNoMaxLength}字。");
        (State, DocumentNo, IssuedOn) = (ReportState.Issued, documentNo, OfficeTime.DayOf(now));
        Note(ReportActKind.Issue, by, documentNo, now);
    }

    public void Archive(Actor by, DateTime now)
    {
        Rule.Require(State is ReportState.Issued, "印发后才能归档。");
        State = ReportState.Archived;
        Note(ReportActKind.Archive, by, "", now);
    }

    /// <summary>The text as it stands becomes a version; an unchanged one does not.</summary>
    public void Keep(string name, IReadOnlyList<OutlineLine> lines, IReadOnlyDictionary<string, ReportFigure> values, Actor by, DateTime now)
    {
        var version = new ReportVersion(_versions.Count + 1, name, lines.Select(l => new VersionLine(l.Place, l.Level, l.Print(values))), by, now);
        if (_versions.LastOrDefault()?.Content != version.Content || _versions[^1].Name != name)
        {
            _versions.Add(version);
        }
    }

    private void Edit(Action edit)
    {
        Rule.Require(!IsLocked, "数据已锁定，文字不能再改。需要修改的，请由审核或批准的同志退回。");
        edit();
        State = ReportState.Edited;
    }

    private void RequireOther(Actor by, string what) =>
        Rule.Require(!WasDraftedBy(by.PersonId), $"起草、修改或锁定过本报告的同志不能{what}，请由其他同志{what}。");

    private void Note(ReportActKind kind, Actor by, string words, DateTime now) => _acts.Add(new ReportAct(kind, by, words, now));
}
