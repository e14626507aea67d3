using System.ComponentModel;

namespace PartyWork.Domain.Rectification;

/// <summary>意见来源.</summary>
public enum OpinionSource
{
    [Description("走访")] Visit = 1,
    [Description("热线")] Hotline,
    [Description("网格")] Grid,
    [Description("信箱")] Mailbox,
    [Description("会议")] Meeting,
}

/// <summary>意见类别.</summary>
public enum OpinionCategory
{
    [Description("物业管理")] Property = 1,
    [Description("设施改造")] Facilities,
    [Description("环境卫生")] Environment,
    [Description("停车充电")] Parking,
    [Description("治安矛盾")] Security,
    [Description("民生救助")] Welfare,
    [Description("党务居务")] Governance,
    [Description("其他")] Other,
}

/// <summary>意见办理状态. Nothing leads out of it but an answer to the resident.</summary>
public enum OpinionState
{
    [Description("待交办")] Recorded = 1,
    [Description("已并入")] Merged,
    [Description("办理中")] Assigned,
    [Description("待反馈")] Handled,
    [Description("已反馈")] FedBack,
    [Description("已办结")] Closed,
    [Description("已说明")] Explained,
    [Description("重新办理")] Reopened,
}

/// <summary>反馈方式.</summary>
public enum FeedbackWay
{
    [Description("上门")] Door = 1,
    [Description("电话")] Telephone,
    [Description("会议")] Meeting,
    [Description("公示")] Notice,
}

/// <summary>办理结果的三步: the columns of the board.</summary>
public enum OpinionStep
{
    [Description("收集民意")] Collect = 1,
    [Description("解决问题")] Solve,
    [Description("办结反馈")] Answer,
}

/// <summary>What is written of an opinion when it is heard.</summary>
public sealed record OpinionText(DateOnly On, OpinionSource Source, OpinionCategory Category, string Content);

/// <summary>Which resident was told, how and when.</summary>
/// <param name="Whom">告知对象.</param>
public sealed record OpinionFeedback(string Whom, FeedbackWay Way, DateOnly On);

/// <summary>
/// 意见建议: what a resident has said, until the resident has been told what became of it. It cannot be withdrawn: it ends closed, explained or merged into
/// another that does, and is open until then, even after the case has ended.
/// </summary>
public sealed class ResidentOpinion : IBelongToOrganization, IAudited
{
    public const int ContentMaxLength = 300, TextMaxLength = 300, NameMaxLength = 50;

    public ResidentOpinion(RectificationCase of, int no, OpinionText text, Actor by, DateOnly today, CaseVisit? visit = null)
    {
        CaseRecord.RequireOpen(of);
        (Case, CaseId, OrganizationId, No, Visit, EnteredOn, EnteredBy) = (of, of.Id, of.OrganizationId, no, visit, today, CaseRecord.Named(by));
        (State, Count) = (OpinionState.Recorded, 1);
        Write(text, today);
    }

    private ResidentOpinion() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public RectificationCase Case { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>编号 within the case, from 1.</summary>
    public int No { get; private set; }
    public OpinionState State { get; private set; }
    public OpinionSource Source { get; private set; }
    public OpinionCategory Category { get; private set; }
    public string Content { get; private set; } = "";

    /// <summary>The day it was heard.</summary>
    public DateOnly On { get; private set; }
    public DateOnly EnteredOn { get; private set; }
    public string EnteredBy { get; private set; } = "";

    /// <summary>The visit at which it was heard; null where it came another way.</summary>
    public int? VisitId { get; private set; }
    public CaseVisit? Visit { get; private set; }

    /// <summary>How many opinions it stands for: its own, and those merged into it.</summary>
    public int Count { get; private set; }

    /// <summary>The opinion that carries it now.</summary>
    public int? MergedIntoId { get; private set; }
    public ResidentOpinion? MergedInto { get; private set; }

    /// <summary>承办人 or 承办单位.</summary>
    public string Handler { get; private set; } = "";

    /// <summary>办理时限.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>办理结果, or why it cannot be done.</summary>
    public string Result { get; private set; } = "";
    public DateOnly? HandledOn { get; private set; }

    /// <summary>告知对象.</summary>
    public string Told { get; private set; } = "";
    public FeedbackWay? ToldBy { get; private set; }
    public DateOnly? ToldOn { get; private set; }

    /// <summary>Null where the resident has not said.</summary>
    public bool? Satisfied { get; private set; }

    /// <summary>不满意的原因, in the words of who was not satisfied last.</summary>
    public string Complaint { get; private set; } = "";

    /// <summary>How often it came back.</summary>
    public int Reopenings { get; private set; }

    /// <summary>The day on which it was closed or explained; null while it is open.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Somebody still has to do something, or to tell the resident.</summary>
    public bool IsOpen => IsOpenIn(State);

    public OpinionStep Step => StepOf(State);

    public static bool IsOpenIn(OpinionState state) => state is not (OpinionState.Merged or OpinionState.Closed or OpinionState.Explained);

    public static OpinionStep StepOf(OpinionState state) => state switch
    {
        OpinionState.Recorded => OpinionStep.Collect,
        OpinionState.Assigned or OpinionState.Reopened => OpinionStep.Solve,
        _ => OpinionStep.Answer,
    };

    /// <summary>Whether the day by which it was to be handled has passed without a result.</summary>
    public static bool IsOverdue(OpinionState state, DateOnly? due, DateOnly today) => StepOf(state) is not OpinionStep.Answer && due < today;

    /// <summary>更正 of what was taken down, until somebody is working on it.</summary>
    public void Correct(OpinionText text, DateOnly today)
    {
        Rule.Require(State is OpinionState.Recorded, "意见已经交办，原文不能再改。");
        CaseRecord.RequireOpen(Case);
        Write(text, today);
    }

    /// <summary>交办, or handing it to somebody else.</summary>
    public void Assign(string handler, DateOnly due)
    {
        Rule.Require(Step is not OpinionStep.Answer, $"意见{No}{State.Text()}，不需要交办。");
        Rule.RequireText(handler, NameMaxLength, "承办人或承办单位");
        Rule.Require(due >= On, $"办理时限不能早于收集日期（{On:yyyy-MM-dd}）。");
        (Handler, DueOn, State) = (handler, due, State is OpinionState.Reopened ? OpinionState.Reopened : OpinionState.Assigned);
    }

    /// <summary>办理: what was done; the resident has still to be told. What is settled on the spot needs no 交办.</summary>
    public void Handle(string result, DateOnly on, Actor by, DateOnly today)
    {
        Rule.Require(Step is not OpinionStep.Answer, $"意见{No}{State.Text()}，不能再登记办理结果。");
        Rule.RequireText(result, TextMaxLength, "办理结果");
        RequireDay(on, today, "办理日期");
        (Result, HandledOn, State) = (result, on, OpinionState.Handled);
        Handler = Handler.Length > 0 ? Handler : by.Name;
    }

    /// <summary>反馈: who is satisfied closes it, who is not sends it back.</summary>
    /// <param name="satisfied">Null: the resident has not said.</param>
    /// <param name="complaint">Of one who is not satisfied: why.</param>
    public void FeedBack(OpinionFeedback feedback, bool? satisfied, string complaint, DateOnly today)
    {
        Rule.Require(State is OpinionState.Handled, "登记办理结果以后才能反馈。");
        Rule.Require(feedback.On >= HandledOn, "反馈日期不能早于办理日期。");
        Rule.Require(satisfied is not false || complaint.Length is > 0 and <= TextMaxLength, $"居民不满意的，请写明原因，不超过{TextMaxLength}字，据此重新办理。");
        Tell(feedback, today);
        (Satisfied, State) = (satisfied, satisfied is true ? OpinionState.Closed : OpinionState.FedBack);
        EndedOn = satisfied is true ? feedback.On : null;
        if (satisfied is false)
        {
            Reopen(complaint);
        }
    }

    /// <summary>办结 of one that was fed back and to which the resident has said nothing further.</summary>
    public void Close(DateOnly on)
    {
        Rule.Require(State is OpinionState.FedBack, "向居民反馈以后才能办结。");
        Rule.Require(on >= ToldOn, "办结日期不能早于反馈日期。");
        (State, EndedOn) = (OpinionState.Closed, on);
    }

    /// <summary>不能办理的，向居民说明.</summary>
    public void Explain(string reason, OpinionFeedback feedback, DateOnly today)
    {
        Rule.Require(IsOpen && State is not OpinionState.FedBack, $"意见{No}{State.Text()}，不需要再说明。");
        Rule.RequireText(reason, TextMaxLength, "不能办理的理由");
        Tell(feedback, today);
        (Result, HandledOn, Satisfied, State, EndedOn) = (reason, null, null, OpinionState.Explained, feedback.On);
    }

    /// <summary>重新办理: the resident is not satisfied, or it has come back. What was answered before stays in the history.</summary>
    public void Reopen(string complaint)
    {
        Rule.Require(State is OpinionState.FedBack or OpinionState.Closed or OpinionState.Explained, "已反馈、已办结或已说明的意见才能重新办理。");
        Rule.RequireText(complaint, TextMaxLength, "重新办理的原因");
        (Complaint, State, EndedOn, Satisfied, DueOn) = (complaint, OpinionState.Reopened, null, false, null);
        Reopenings++;
    }

    /// <summary>合并 into another that says the same: that one carries its count, and its answer answers both.</summary>
    public void MergeInto(ResidentOpinion other)
    {
        Rule.Require(Step is not OpinionStep.Answer, $"意见{No}{State.Text()}，不能再合并。");
        Rule.Require(other != this && other.CaseId == CaseId, "请选择同一社区的另一条意见。");
        Rule.Require(other.IsOpen && other.State is not OpinionState.FedBack, $"意见{other.No}{other.State.Text()}，请合并到还在办理的意见。");
        (MergedInto, MergedIntoId, State) = (other, other.Id, OpinionState.Merged);
        other.Count += Count;
    }

    private void Write(OpinionText text, DateOnly today)
    {
        CaseRecord.RequireWithin(Case, text.On, today, "收集日期");
        Rule.Require(Enum.IsDefined(text.Source) && Enum.IsDefined(text.Category), "请选择意见的来源和类别。");
        Rule.RequireText(text.Content, ContentMaxLength, "意见内容");
        (On, Source, Category, Content) = (text.On, text.Source, text.Category, text.Content);
    }

    private void Tell(OpinionFeedback feedback, DateOnly today)
    {
        Rule.RequireText(feedback.Whom, NameMaxLength, "告知了哪位居民");
        Rule.Require(Enum.IsDefined(feedback.Way), "请选择反馈方式。");
        RequireDay(feedback.On, today, "反馈日期");
        (Told, ToldBy, ToldOn) = (feedback.Whom, feedback.Way, feedback.On);
    }

    private void RequireDay(DateOnly on, DateOnly today, string day) => Rule.Require(on >= On && on <= today, $"{day}应在收集日期（{On:yyyy-MM-dd}）和今天之间。");
}
