using System.ComponentModel;
using PartyWork.Domain.Calendar;

namespace PartyWork.Domain.Registers;

/// <summary>
/// 登记簿记录: a fact that an organisation enters once. Every register has a class of its own with settable properties, whose Chinese names stand
/// beside them as descriptions, and one <see cref="Check"/>. A record is never deleted; one entered by mistake is withdrawn and counts nowhere.
/// </summary>
public abstract class RegisterRecord : IBelongToOrganization, IAudited
{
    /// <summary>The day it happened, or from which it holds. Each register calls it by its own name.</summary>
    public DateOnly On { get; set; }

    /// <summary>The day from which it no longer holds; null: it still does.</summary>
    public DateOnly? EndedOn { get; set; }

    public int Id { get; private set; }
    public int OrganizationId { get; set; }

    /// <summary>The day it was entered: what comes after a figure was frozen does not move it.</summary>
    public DateOnly EnteredOn { get; private set; }
    public string EnteredBy { get; private set; } = "";
    public DateOnly? WithdrawnOn { get; private set; }
    public string WithdrawnBy { get; private set; } = "";
    public string WithdrawReason { get; private set; } = "";

    public bool IsWithdrawn => WithdrawnOn is not null;

    /// <summary>After everything that its owner writes. Who changed it is in the audit chain; the first name stays with the record.</summary>
    public virtual void Enter(Actor actor, DateOnly today)
    {
        Rule.Require(!IsWithdrawn, "这条记录已经撤回，不能再修改；确需登记的，请另行新增。");
        if (EnteredBy.Length == 0)
        {
            (EnteredOn, EnteredBy) = (today, $"{actor.Name}（{actor.Post}）");
        }

        Rule.Require(On.Year is >= 1949 and <= 2100, "日期应在1949年至2100年之间，请核对年份。");
        Rule.Require(EndedOn is null || EndedOn >= On, "结束的日期不能早于开始的日期。");
        Check(today);
    }

    public void Withdraw(string reason, Actor actor, DateOnly today)
    {
        Rule.Require(!IsWithdrawn, "这条记录已经撤回。");
        Rule.Require(!string.IsNullOrWhiteSpace(reason), "请写明撤回的原因，例如“重复登记”。");
        (WithdrawnOn, WithdrawnBy, WithdrawReason) = (today, $"{actor.Name}（{actor.Post}）", reason.Trim());
    }

    /// <summary>The register's own rules over one record; throws the sentence that the user reads.</summary>
    public abstract void Check(DateOnly today);

    /// <summary>What has happened has a day that is not in the future.</summary>
    protected void RequirePast(DateOnly today, string day) => Rule.Require(On <= today, $"{day}（{On:yyyy-MM-dd}）还没有到，请在办完以后登记。");
}

/// <summary>A record whose due day is counted in workdays: it is given the calendar before it is checked.</summary>
public interface ICountsWorkdays
{
    void Count(Workdays workdays);
}

/// <summary>A record that its own organisation's others of the same day may speak against.</summary>
public interface IStandsBesideOthers
{
    /// <param name="others">Not withdrawn, of the same organisation and day; not the record itself.</param>
    /// <exception cref="BrokenRuleException">Two of them cannot both be so; names both.</exception>
    void CheckBeside(IEnumerable<RegisterRecord> others);
}

/// <summary>A record whose limits the district may lay down: it is given them before it is checked, and goes by the usual ones until then.</summary>
public interface IFollowsDecisionRules
{
    void Follow(IReadOnlyCollection<DecisionRule> rules);
}

/// <summary>A record of a 专项工作, which is registered before anything is registered for it: it is given the names there are before it is checked.</summary>
public interface IServesAssignment
{
    string AssignmentName { get; }

    void Know(IReadOnlyCollection<string> assignments);

    /// <exception cref="BrokenRuleException">No assignment has this name, so that what is registered would hang on nothing and never be disposed of.</exception>
    static void RequireKnown(string name, IReadOnlyCollection<string>? assignments) =>
        Rule.Require(assignments?.Contains(name) != false, $"没有名为“{name}”的专项工作{(assignments is { Count: > 0 } ? $"，已登记的有：{string.Join("、", assignments.Take(5))}" : "")}。请改成一致的名称，或请牵头单位先登记专项工作。");
}

/// <summary>A record that counts when the other party says so: who did it cannot confirm it himself.</summary>
public abstract class ConfirmedRecord : RegisterRecord
{
    /// <summary>受益方: who confirms, and may read the record beside its owner.</summary>
    public int? ConfirmerId { get; set; }

    public RecordConfirmation Confirmation { get; private set; }
    public DateOnly? ConfirmedOn { get; private set; }
    public string ConfirmedBy { get; private set; } = "";

    /// <summary>受益方的话: what it thanks for, or why it does not agree.</summary>
    public string ConfirmationWords { get; private set; } = "";

    /// <summary>Whether it has come so far that the other party can be asked.</summary>
    protected abstract bool IsReady { get; }

    /// <summary>Who has confirmed is asked anew, because it was another thing that he confirmed.</summary>
    public override void Enter(Actor actor, DateOnly today)
    {
        base.Enter(actor, today);
        Rule.Require(ConfirmerId != OrganizationId, "确认单位不能是登记单位自己。");
        (Confirmation, ConfirmedOn, ConfirmedBy, ConfirmationWords) = (IsReady && ConfirmerId is not null ? RecordConfirmation.Waiting : RecordConfirmation.NotAsked, null, "", "");
    }

    public void Confirm(string words, Actor actor, DateOnly today) => Answer(RecordConfirmation.Confirmed, words, actor, today);

    public void Refuse(string words, Actor actor, DateOnly today)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(words), "请写明不予确认的理由，登记单位据此补办或更正。");
        Answer(RecordConfirmation.Refused, words, actor, today);
    }

    private void Answer(RecordConfirmation answer, string words, Actor actor, DateOnly today)
    {
        Rule.Require(!IsWithdrawn && Confirmation is RecordConfirmation.Waiting, "这条记录现在不需要确认。");
        (Confirmation, ConfirmedOn, ConfirmedBy, ConfirmationWords) = (answer, today, $"{actor.Name}（{actor.Post}）", words.Trim());
    }
}

/// <summary>受益方确认.</summary>
public enum RecordConfirmation
{
    [Description("未到确认时")] NotAsked,
    [Description("待确认")] Waiting,
    [Description("已确认")] Confirmed,
    [Description("未予确认")] Refused,
}

/// <summary>A line of the one table that a record may carry: a trainee of a class, an expense of a fund.</summary>
public abstract class RegisterDetail : IBelongToOrganization, IAudited
{
    public int Id { get; private set; }
    public int OrganizationId { get; set; }
    public int RecordId { get; private set; }
}
