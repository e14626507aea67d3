using System.ComponentModel;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>Where the acts have brought it; what time and posts add is <see cref="AgreementStatus"/>.</summary>
public enum AgreementStage
{
    [Description("待下级核对")] Issued = 1,
    [Description("待下级签字")] Ready,
    [Description("待上级签字")] SignedByLower,
    [Description("已生效")] Effective,
    [Description("已评定")] Evaluated,
}

/// <summary>What a person is shown: of an organisation that should sign, whether it was issued to, and how far it is.</summary>
public enum AgreementStatus
{
    [Description("未下发")] NotIssued,
    [Description("待下级核对")] Issued,
    [Description("待下级签字")] Ready,
    [Description("待上级签字")] SignedByLower,
    [Description("已生效")] Effective,
    [Description("需补签")] NeedsAddendum,
    [Description("已评定")] Evaluated,
    [Description("已归档")] Archived,
}

/// <summary>甲方 is the upper, 乙方 the lower organisation.</summary>
public enum Party
{
    [Description("乙方")] Lower = 1,
    [Description("甲方")] Upper,
}

/// <summary>签字: who stood for a party, in which post, on which day.</summary>
/// <param name="On">Null while nobody has signed.</param>
public sealed record Signature(int PersonId, string Name, string Post, DateOnly? On)
{
    public static readonly Signature None = new(0, "", "", null);

    public static Signature Of(Actor signer, DateOnly on) => new(signer.PersonId, signer.Name, signer.Post, on);
}

/// <summary>
/// 目标责任书 between an organisation and the one above it: exactly one for an organisation and year. Issued as a copy of the template, completed by
/// at most three own items, signed by the lower and then by the upper party; from then on its clauses change only with both parties' confirmation.
/// </summary>
public sealed class Agreement : IBelongToOrganization, IAudited
{
    public const int MostOwnItems = 3, ReasonMaxLength = 200, PlaceMaxLength = 60, WordsMaxLength = 300;

    /// <summary>A new secretary signs the addendum within so many days of taking office.</summary>
    public const int AddendumDays = 15;

    private readonly List<AgreementClause> _clauses = [];
    private readonly List<Addendum> _addenda = [];
    private readonly List<EvidenceUse> _evidence = [];

    /// <summary>下发.</summary>
    /// <param name="upperId">甲方: the organisation above at that time.</param>
    /// <param name="dueOn">签订截止日 of the year.</param>
    public Agreement(AgreementTemplate template, int organizationId, int upperId, DateOnly dueOn, DateOnly today)
    {
        Rule.Require(template.Clauses.Count > 0, $"{template.Year}年{template.Domain.Text()}责任书范本还没有条款，不能下发。");
        Rule.Require(organizationId != upperId, "责任书的甲方和乙方不能是同一党组织。");
        (Year, OrganizationId, UpperId, DueOn, IssuedOn, Stage) = (template.Year, organizationId, upperId, dueOn, today, AgreementStage.Issued);
        (Safeguards, Rewards) = (template.Safeguards, template.Rewards);
        _clauses.AddRange(template.Clauses.OrderBy(c => c.No).Select(c => new AgreementClause(organizationId, Year, c)));
    }

    private Agreement() { }

    public int Id { get; private set; }
    public int Year { get; private set; }

    /// <summary>乙方.</summary>
    public int OrganizationId { get; private set; }

    /// <summary>甲方.</summary>
    public int UpperId { get; private set; }
    public AgreementStage Stage { get; private set; }
    public DateOnly IssuedOn { get; private set; }
    public DateOnly DueOn { get; private set; }
    public string Safeguards { get; private set; } = "";
    public string Rewards { get; private set; } = "";
    public Signature LowerSignature { get; private set; } = Signature.None;
    public Signature UpperSignature { get; private set; } = Signature.None;

    /// <summary>The day on which the second party signed.</summary>
    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>签订地点 where it was signed at a meeting.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who registered the signatures on paper; empty when both were given here.</summary>
    public string RegisteredBy { get; private set; } = "";

    /// <summary>Why it was signed before the upper party's own agreement was effective.</summary>
    public string EarlyReason { get; private set; } = "";

    /// <summary>年终评定.</summary>
    public string Evaluation { get; private set; } = "";
    public DateOnly? EvaluatedOn { get; private set; }
    public IReadOnlyList<AgreementClause> Clauses => _clauses;
    public IReadOnlyList<Addendum> Addenda => _addenda;

    /// <summary>Scans of the signed original, never required; kept by either party, or by the office that registered the signing.</summary>
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    /// <summary>编号: 责任书〔2026〕QH01001号.</summary>
    public static string NumberOf(int year, string code) => $"责任书〔{year}〕{code}号";

    /// <summary>Not signed by both on the due day, then or ever: what is late stays late.</summary>
    public static bool WasLate(DateOnly? effectiveOn, DateOnly dueOn, DateOnly today) => (effectiveOn ?? today) > dueOn;

    /// <param name="stage">Null where nothing was issued.</param>
    /// <param name="needsAddendum">Who stands for a party today has signed neither it nor an addendum.</param>
    public static AgreementStatus StatusOf(AgreementStage? stage, bool needsAddendum, bool yearIsClosed) => stage switch
    {
        null => AgreementStatus.NotIssued,
        AgreementStage.Issued => AgreementStatus.Issued,
        AgreementStage.Ready => AgreementStatus.Ready,
        AgreementStage.SignedByLower => AgreementStatus.SignedByLower,
        _ when yearIsClosed => AgreementStatus.Archived,
        AgreementStage.Effective when needsAddendum => AgreementStatus.NeedsAddendum,
        AgreementStage.Effective => AgreementStatus.Effective,
        _ => AgreementStatus.Evaluated,
    };

    /// <summary>自加条款 of the lower party.</summary>
    public AgreementClause AddItem(Objective objective, DutyPosts leadPost)
    {
        RequireAdapting();
        Rule.Require(_clauses.Count(c => c.IsOwn) < MostOwnItems, $"自加条款不超过{MostOwnItems}条，请先删去一条再加。");
        var clause = new AgreementClause(OrganizationId, Year, _clauses.Count + 1, objective, leadPost);
        _clauses.Add(clause);
        return clause;
    }

    public void WriteItem(AgreementClause item, Objective objective, DutyPosts leadPost)
    {
        RequireAdapting();
        item.Write(objective, leadPost);
    }

    /// <summary>The own items after it move up.</summary>
    public void RemoveItem(AgreementClause item)
    {
        RequireAdapting();
        Rule.Require(item.IsOwn, $"第{item.No}条是上级下发的条款，不能删除。");
        _clauses.Remove(item);
        foreach (var later in _clauses.Where(c => c.No > item.No))
        {
            later.MoveUp();
        }
    }

    /// <summary>核对无误: the text stands, and the lower secretary can sign.</summary>
    public void Prepare()
    {
        RequireAdapting();
        Stage = AgreementStage.Ready;
    }

    /// <summary>退回: before both have signed, the upper party may want the text changed.</summary>
    public void Return(string reason)
    {
        Rule.Require(Stage is AgreementStage.Ready or AgreementStage.SignedByLower, "只有待签字的责任书可以退回修改；已生效的，请修改条款。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明退回修改的理由，不超过{ReasonMaxLength}字。");
        (Stage, LowerSignature) = (AgreementStage.Issued, Signature.None);
    }

    /// <param name="upperIsEffective">Whether the upper party's own agreement is effective; the district has none above it.</param>
    /// <param name="reason">Why it is signed before that; needed only then.</param>
    public void SignLower(Actor secretary, DateOnly on, bool upperIsEffective, string reason)
    {
        Rule.Require(Stage is AgreementStage.Ready, Stage is AgreementStage.Issued ? "责任书尚未核对定稿，请先点“核对无误”。" : "乙方已经签字。");
        RequireOrder(upperIsEffective, reason);
        (Stage, LowerSignature) = (AgreementStage.SignedByLower, Signature.Of(secretary, on));
    }

    /// <summary>The second signature makes it effective.</summary>
    public void SignUpper(Actor signer, DateOnly on, bool upperIsEffective, string reason)
    {
        Rule.Require(Stage is AgreementStage.SignedByLower, Stage < AgreementStage.SignedByLower ? "乙方尚未签字：请下级书记先签，上级后签。" : "责任书已经生效。");
        Rule.Require(signer.PersonId != LowerSignature.PersonId, "甲方和乙方不能由同一人签字，请由上级其他负责同志签字。");
        RequireOrder(upperIsEffective, reason);
        (Stage, UpperSignature, EffectiveOn) = (AgreementStage.Effective, Signature.Of(signer, on), on);
    }

    /// <summary>会议签订: what was signed on paper, by the post-holders of that day, is registered by the upper party.</summary>
    public void RegisterSigning(Actor lower, Actor upper, DateOnly on, string place, Actor registrar, bool upperIsEffective, string reason, DateOnly today)
    {
        Rule.Require(Stage < AgreementStage.Effective, "责任书已经生效，不能再登记签订。");
        Rule.Require(on <= today, "签订日期不能晚于今天。");
        Rule.Require(on >= IssuedOn, $"签订日期不能早于下发日期（{IssuedOn:M月d日}）。");
        Rule.Require(place.Length <= PlaceMaxLength, $"签订地点不超过{PlaceMaxLength}字。");
        Stage = Stage is AgreementStage.Issued ? AgreementStage.Ready : Stage;
        if (Stage is AgreementStage.Ready)
        {
            SignLower(lower, on, upperIsEffective, reason);
        }

        SignUpper(upper, on, upperIsEffective, reason);
        (Place, RegisteredBy) = (place, registrar.Name);
    }

    /// <summary>附签订原件.</summary>
    public EvidenceUse Attach(EvidenceItem scan, Actor by, DateTime at)
    {
        Rule.Require(Stage >= AgreementStage.Effective, "双方签字生效以后，才能附签订的原件。");
        var use = new EvidenceUse(scan, OrganizationId, _evidence, by, at) { Agreement = this };
        use.Submit();
        _evidence.Add(use);
        return use;
    }

    /// <summary>修改记录: what both parties have changed since they signed, clause by clause.</summary>
    public IEnumerable<ClauseAmendment> AgreedAmendments() => _clauses.OrderBy(c => c.No).SelectMany(c => c.AgreedAmendments());

    /// <summary>The person who stands for a party: whoever signed the latest addendum, or else the agreement.</summary>
    public int SignerOf(Party party) => _addenda.LastOrDefault(a => a.Party == party)?.PersonId ?? (party is Party.Lower ? LowerSignature : UpperSignature).PersonId;

    /// <summary>补签: who took office later stands by the agreement for his party; its clauses and signatures stay.</summary>
    public void SignAddendum(Party party, Actor signer, DateOnly today)
    {
        Rule.Require(Stage is AgreementStage.Effective, "只有已生效的责任书需要补签。");
        Rule.Require((party is Party.Lower ? LowerSignature : UpperSignature).PersonId != signer.PersonId && !_addenda.Any(a => a.Party == party && a.PersonId == signer.PersonId), "您已签署这份责任书，不需要补签。");
        Rule.Require(SignerOf(party is Party.Lower ? Party.Upper : Party.Lower) != signer.PersonId, "另一方的签字人仍是您本人，甲方和乙方不能由同一人签字，请另一方现任负责同志先补签。");
        _addenda.Add(new Addendum(OrganizationId, party, Signature.Of(signer, today)));
    }

    /// <summary>The first day of 年终评定.</summary>
    public static DateOnly EvaluatedFrom(int year) => new(year, 12, 1);

    /// <summary>年终评定 by the upper party; the year's closing then archives it.</summary>
    public void Evaluate(string words, DateOnly today, bool yearIsClosed)
    {
        Rule.Require(!yearIsClosed, $"{Year}年度已归档，不能再评定。");
        Rule.Require(Stage is AgreementStage.Effective, "只有已生效的责任书可以评定。");
        Rule.Require(today >= EvaluatedFrom(Year), $"{Year}年12月起可以评定。");
        Rule.Require(words.Length is > 0 and <= WordsMaxLength, $"请填写评定意见，不超过{WordsMaxLength}字。");
        (Stage, Evaluation, EvaluatedOn) = (AgreementStage.Evaluated, words, today);
    }

    private void RequireAdapting() => Rule.Require(Stage is AgreementStage.Issued, "责任书已经定稿，不能再增改条款；未生效的可请上级退回修改。");

    private void RequireOrder(bool upperIsEffective, string reason)
    {
        Rule.Require(upperIsEffective || EarlyReason.Length > 0 || reason.Length > 0, "上级党组织自己的责任书尚未生效；确需先签的，请写明理由。");
        Rule.Require(reason.Length <= ReasonMaxLength, $"理由不超过{ReasonMaxLength}字。");
        EarlyReason = upperIsEffective || reason.Length == 0 ? EarlyReason : reason;
    }
}

/// <summary>补签: who took over the obligations, and when.</summary>
public sealed class Addendum : IBelongToOrganization, IAudited
{
    internal Addendum(int organizationId, Party party, Signature signature) =>
        (OrganizationId, IsUpper, PersonId, Name, Post, SignedOn) = (organizationId, party is Party.Upper, signature.PersonId, signature.Name, signature.Post, signature.On!.Value);

    private Addendum() { }

    public int Id { get; private set; }
    public int AgreementId { get; private set; }
    public int OrganizationId { get; private set; }

    /// <summary>Signed for 甲方; otherwise for 乙方.</summary>
    public bool IsUpper { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Post { get; private set; } = "";
    public DateOnly SignedOn { get; private set; }

    public Party Party => IsUpper ? Party.Upper : Party.Lower;
}
