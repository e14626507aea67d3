using System.ComponentModel;
using System.Globalization;

namespace PartyWork.Domain.Figures;

public enum OverrideState
{
    [Description("待核准")] Proposed = 1,
    [Description("已核准")] Approved,
    [Description("未核准")] Refused,
}

/// <summary>更正: another value than the computed one, for a reason, by two persons. Both values are shown wherever the figure is.</summary>
public sealed class FigureOverride : IBelongToOrganization, IAudited
{
    public const int ValueMaxLength = 100, ReasonMaxLength = 200;

    /// <param name="value">As it is to be printed, without the unit.</param>
    /// <param name="isNumber">Digits with at most two decimals; with a minus where something has become less.</param>
    public FigureOverride(string key, int organizationId, DateOnly from, DateOnly cutoff, string value, bool isNumber, string reason, Actor proposer, DateOnly today)
    {
        value = isNumber ? value.Normalize(System.Text.NormalizationForm.FormKC).Trim() : value.Trim();
        Rule.Require(value.Length is > 0 and <= ValueMaxLength, $"请填写更正后的值，不超过{ValueMaxLength}字。");
        Rule.Require(!isNumber || (decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number * 100 == decimal.Truncate(number * 100)), "更正后的值应填数字，最多两位小数，不带单位。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明更正理由和依据，不超过{ReasonMaxLength}字。");
        Rule.Require(from <= cutoff && cutoff <= today, "只能更正截止日不晚于今天的数值。");
        (Key, OrganizationId, From, Cutoff, Value, Reason, State) = (key, organizationId, from, cutoff, value, reason, OverrideState.Proposed);
        (ProposedById, ProposedBy, ProposedOn) = (proposer.PersonId, proposer.Name, today);
    }

    private FigureOverride() { }

    public int Id { get; private set; }
    public string Key { get; private set; } = "";
    public int OrganizationId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly Cutoff { get; private set; }
    public string Value { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public OverrideState State { get; private set; }
    public int ProposedById { get; private set; }
    public string ProposedBy { get; private set; } = "";
    public DateOnly ProposedOn { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public DateOnly? DecidedOn { get; private set; }

    public void Approve(Actor other, DateOnly today) => Decide(other, today, OverrideState.Approved);

    public void Refuse(Actor other, DateOnly today) => Decide(other, today, OverrideState.Refused);

    private void Decide(Actor other, DateOnly today, OverrideState state)
    {
        Rule.Require(State is OverrideState.Proposed, "该项更正已经处理。");
        Rule.Require(other.PersonId != ProposedById, "不能核准自己提出的更正，请由其他同志处理。");
        (State, DecidedBy, DecidedOn) = (state, other.Name, today);
    }
}
