using System.ComponentModel;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Organizations;

public enum HandoverState
{
    [Description("待双方确认")] Open = 1,
    [Description("已交接")] Done,
    [Description("已撤回")] Withdrawn,
}

/// <summary>岗位交接: one person leaves a post and another takes it on a day, with the sheet of what is open. Obligations are the post's, history is the person's.</summary>
public sealed class Handover : IBelongToOrganization, IAudited
{
    public const int WordsMaxLength = 200;

    /// <param name="on">First day of the new holder; the old one's last is the day before.</param>
    /// <param name="reason">依据, e.g. the document of the appointment.</param>
    public Handover(PostHolding outgoing, Person incoming, string title, DateOnly on, string reason, Actor begunBy, DateOnly today)
    {
        Rule.Require(outgoing.To is null, "该任职已登记离任，不能再办理交接。");
        Rule.Require(outgoing.PersonId != incoming.Id || incoming.Id == 0, "接任人与移交人是同一人。");
        Rule.Require(on > outgoing.From, $"交接日期应晚于移交人的任职日期{outgoing.From:yyyy年M月d日}。");
        Rule.Require(on <= today.AddYears(1), "交接日期应在一年之内。");
        Rule.Require(title.Length is > 0 and <= PostHolding.TitleMaxLength, "请填写职务，不超过60字。");
        Rule.Require(reason.Length is > 0 and <= WordsMaxLength, $"请填写交接依据，不超过{WordsMaxLength}字。");
        (OrganizationId, Outgoing, Incoming, Title, On, Reason, BegunBy, BegunOn, State) =
            (outgoing.OrganizationId, outgoing, incoming, title, on, reason, begunBy.Name, today, HandoverState.Open);
    }

    private Handover() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int OutgoingHoldingId { get; private set; }
    public PostHolding Outgoing { get; private set; } = null!;
    public int IncomingId { get; private set; }
    public Person Incoming { get; private set; } = null!;

    /// <summary>职务 that the new holder gets.</summary>
    public string Title { get; private set; } = "";
    public DateOnly On { get; private set; }
    public string Reason { get; private set; } = "";
    public string BegunBy { get; private set; } = "";
    public DateOnly BegunOn { get; private set; }
    public HandoverState State { get; private set; }

    /// <summary>UTC, by the business clock; null until 移交人 or somebody for him has confirmed.</summary>
    public DateTime? GivenAt { get; private set; }

    /// <summary>Who confirmed the giving: the person, or the superior with the reason.</summary>
    public string GivenBy { get; private set; } = "";
    public DateTime? TakenAt { get; private set; }
    public string TakenBy { get; private set; } = "";

    /// <summary>接手单 as it stood when both had confirmed; empty before.</summary>
    public string Sheet { get; private set; } = "";

    public bool IsAgreed => GivenAt is not null && TakenAt is not null;

    /// <summary>One of the two confirms for himself.</summary>
    public void Confirm(Actor actor, DateTime now)
    {
        RequireOpen();
        Rule.Require(actor.PersonId == Outgoing.PersonId || actor.PersonId == IncomingId, "只有移交人和接任人可以确认。");
        if (actor.PersonId == Outgoing.PersonId)
        {
            (GivenAt, GivenBy) = (GivenAt ?? now, actor.Name);
        }
        else
        {
            (TakenAt, TakenBy) = (TakenAt ?? now, actor.Name);
        }
    }

    /// <summary>代为确认: who cannot sign in, or is gone already, signs on paper or not at all; the superior answers for it with a reason.</summary>
    public void ConfirmFor(bool outgoing, Actor superior, string reason, DateTime now)
    {
        RequireOpen();
        Rule.Require(superior.PersonId != Outgoing.PersonId && superior.PersonId != IncomingId, "交接双方请各自确认，不能代对方确认。");
        Rule.Require(reason.Length is > 0 and <= 100, "请写明代为确认的原因，不超过100字。");
        var by = $"{superior.Name}代为确认：{reason}";
        if (outgoing)
        {
            Rule.Require(GivenAt is null, "移交人已经确认。");
            (GivenAt, GivenBy) = (now, by);
        }
        else
        {
            Rule.Require(TakenAt is null, "接任人已经确认。");
            (TakenAt, TakenBy) = (now, by);
        }
    }

    /// <summary>The old post ends and the new one begins.</summary>
    /// <param name="sheet">接手单 as it stands now.</param>
    public PostHolding Complete(string sheet)
    {
        RequireOpen();
        Rule.Require(IsAgreed, "双方都确认后才能交接。");
        Outgoing.End(On.AddDays(-1));
        (State, Sheet) = (HandoverState.Done, sheet);
        return new PostHolding(Incoming, Outgoing.Organization, Outgoing.Kind, Title, On);
    }

    /// <summary>Whatever the old holder led and is not finished is the new holder's.</summary>
    public void MoveLeads(PostHolding holding, IEnumerable<WorkTask> tasks, IEnumerable<Problem> problems, IEnumerable<DutyItem> duties)
    {
        var now = new Responsible(Incoming.Name, holding.Id);
        foreach (var task in tasks.Where(t => t.Lead.HoldingId == OutgoingHoldingId && !t.IsFinished))
        {
            task.ChangeLead(now);
        }

        foreach (var problem in problems.Where(p => p.State is not (ProblemState.Closed or ProblemState.CarriedOver or ProblemState.HandedOver)))
        {
            problem.ChangeResponsible(OutgoingHoldingId, now);
        }

        foreach (var duty in duties.Where(d => d.Holder.HoldingId == OutgoingHoldingId))
        {
            duty.ChangeHolder(now);
        }
    }

    public void Withdraw()
    {
        RequireOpen();
        State = HandoverState.Withdrawn;
    }

    private void RequireOpen() => Rule.Require(State is HandoverState.Open, "该项交接已经办结或撤回。");
}
