namespace PartyWork.Domain.Rectification;

/// <summary>
/// 整顿记录: something that was done in a case, entered once. It is never deleted; one entered by mistake is withdrawn with a reason and counts nowhere.
/// Once the case has ended its records stay as they are.
/// </summary>
public abstract class CaseRecord : IBelongToOrganization, IAudited
{
    public const int NameMaxLength = 50, TextMaxLength = 300;

    /// <summary>One milliard of yuan: more is a slip of the key.</summary>
    public const long MostFen = 100_000_000_000;

    protected CaseRecord(RectificationCase of, Actor by, DateOnly today)
    {
        RequireOpen(of);
        (Case, CaseId, OrganizationId, EnteredOn, EnteredBy) = (of, of.Id, of.OrganizationId, today, Named(by));
    }

    protected CaseRecord() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public RectificationCase Case { get; private set; } = null!;
    public int OrganizationId { get; private set; }

    /// <summary>The day it was entered: what comes after a figure was frozen does not move it.</summary>
    public DateOnly EnteredOn { get; private set; }
    public string EnteredBy { get; private set; } = "";
    public DateOnly? WithdrawnOn { get; private set; }
    public string WithdrawnBy { get; private set; } = "";
    public string WithdrawReason { get; private set; } = "";

    public bool IsWithdrawn => WithdrawnOn is not null;

    /// <summary>姓名（职务）, as every record names who made it.</summary>
    public static string Named(Actor by) => $"{by.Name}（{by.Post}）";

    /// <summary>撤回 of what was entered by mistake: it stays readable with its reason.</summary>
    public void Withdraw(string reason, Actor by, DateOnly today)
    {
        RequireChangeable();
        Rule.Require(!string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= TextMaxLength, $"请写明撤回的原因，例如“重复登记”，不超过{TextMaxLength}字。");
        RequireWithdrawable();
        (WithdrawnOn, WithdrawnBy, WithdrawReason) = (today, Named(by), reason.Trim());
    }

    /// <summary>Only while the community is listed and the rectification goes on.</summary>
    internal static void RequireOpen(RectificationCase of)
    {
        Rule.Require(of.ListedOn is not null, "社区列入整顿以后才能登记整顿记录。");
        Rule.Require(of.EndedOn is null, $"这次整顿已于{of.EndedOn:yyyy-MM-dd}结束，整顿记录不能再登记或修改。");
    }

    /// <summary>What has happened has a day since the listing, and not in the future.</summary>
    internal static void RequireWithin(RectificationCase of, DateOnly on, DateOnly today, string day)
    {
        Rule.Require(on <= today, $"{day}（{on:yyyy-MM-dd}）还没有到，请在办完以后登记。");
        Rule.Require(on >= of.ListedOn, $"{day}（{on:yyyy-MM-dd}）早于列入整顿的日期（{of.ListedOn:yyyy-MM-dd}），请核对。");
    }

    /// <summary>Whether something else still stands on it.</summary>
    protected virtual void RequireWithdrawable() { }

    protected void RequireChangeable()
    {
        RequireOpen(Case);
        Rule.Require(!IsWithdrawn, "这条记录已经撤回，不能再修改；确需登记的，请另行新增。");
    }
}
