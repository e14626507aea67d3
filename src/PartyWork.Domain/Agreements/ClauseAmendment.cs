using System.ComponentModel;

namespace PartyWork.Domain.Agreements;

public enum AmendmentState
{
    [Description("待双方确认")] Proposed = 1,
    [Description("已修改")] Agreed,
    [Description("未同意")] Refused,
}

/// <summary>条款修改 after signing: proposed with a reason, in force once both parties have confirmed; the old text is kept.</summary>
public sealed class ClauseAmendment : IBelongToOrganization, IAudited
{
    public ClauseAmendment(Agreement agreement, AgreementClause clause, Objective changed, string reason, Actor proposer, DateOnly today)
    {
        Rule.Require(agreement.Stage is AgreementStage.Effective, agreement.Stage < AgreementStage.Effective ? "责任书尚未生效，请直接核对修改。" : "责任书已经评定，条款不能再修改。");
        Rule.Require(clause.Amendments.All(a => a.State is not AmendmentState.Proposed), $"第{clause.No}条已有一项修改等待确认，请先处理。");
        Rule.Require(reason.Length is > 0 and <= Agreement.ReasonMaxLength, $"请写明修改理由，不超过{Agreement.ReasonMaxLength}字。");
        changed.Check($"第{clause.No}条", agreement.Year);
        Rule.Require(changed != clause.Objective, $"第{clause.No}条的内容没有变化，请修改后再提出。");
        (OrganizationId, AgreementId, Clause, Old, Changed, Reason, State) = (agreement.OrganizationId, agreement.Id, clause, clause.Objective, changed, reason, AmendmentState.Proposed);
        (ProposedBy, ProposedOn) = (proposer.Name, today);
        clause.Propose(this);
    }

    private ClauseAmendment() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int AgreementId { get; private set; }
    public int AgreementClauseId { get; private set; }
    public AgreementClause Clause { get; private set; } = null!;
    public AmendmentState State { get; private set; }
    public Objective Old { get; private set; } = null!;
    public Objective Changed { get; private set; } = null!;
    public string Reason { get; private set; } = "";
    public string ProposedBy { get; private set; } = "";
    public DateOnly ProposedOn { get; private set; }
    public Signature LowerConfirmation { get; private set; } = Signature.None;
    public Signature UpperConfirmation { get; private set; } = Signature.None;

    /// <summary>Who refused, and why; empty unless refused.</summary>
    public string RefusedBy { get; private set; } = "";
    public string RefusalWords { get; private set; } = "";

    /// <summary>The day of the second confirmation; null while one is missing.</summary>
    public DateOnly? AgreedOn => LowerConfirmation.On is { } lower && UpperConfirmation.On is { } upper ? (lower > upper ? lower : upper) : null;

    public bool IsConfirmedBy(Party party) => (party is Party.Lower ? LowerConfirmation : UpperConfirmation).On is not null;

    /// <summary>With the second confirmation the clause changes.</summary>
    public void Confirm(Party party, Actor signer, DateOnly today)
    {
        RequireProposed();
        Rule.Require(!IsConfirmedBy(party), $"{party.Text()}已经确认。");
        Rule.Require(signer.PersonId != LowerConfirmation.PersonId && signer.PersonId != UpperConfirmation.PersonId, "甲方和乙方不能由同一人确认。");
        if (party is Party.Lower)
        {
            LowerConfirmation = Signature.Of(signer, today);
        }
        else
        {
            UpperConfirmation = Signature.Of(signer, today);
        }

        if (IsConfirmedBy(Party.Lower) && IsConfirmedBy(Party.Upper))
        {
            State = AmendmentState.Agreed;
            Clause.Amend(Changed, today);
        }
    }

    /// <summary>不同意: the clause stays as it is.</summary>
    public void Refuse(Actor signer, string words)
    {
        RequireProposed();
        Rule.Require(words.Length is > 0 and <= Agreement.ReasonMaxLength, $"请写明不同意的理由，不超过{Agreement.ReasonMaxLength}字。");
        (State, RefusedBy, RefusalWords) = (AmendmentState.Refused, signer.Name, words);
    }

    private void RequireProposed() => Rule.Require(State is AmendmentState.Proposed, "该修改已经处理，请刷新后查看。");
}
