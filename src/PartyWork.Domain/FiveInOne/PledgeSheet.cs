using System.ComponentModel;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.FiveInOne;

/// <summary>How far the pledges of a year have come.</summary>
public enum PledgeStage
{
    [Description("填写中")] Drafting = 1,
    [Description("待审核")] Submitted,
    [Description("退回修改")] Returned,
    [Description("待公示")] Reviewed,
    [Description("已公示")] Published,
}

/// <summary>
/// 承诺书: what the secretary of an organisation promises for a year, three to five things that can be measured. Reviewed by the superior before it is
/// published, and each kept or not kept in the superior's word, never in one's own.
/// </summary>
public sealed class PledgeSheet : IBelongToOrganization, IAudited
{
    public const int Least = 3, Most = 5, PlaceMaxLength = 60, ReasonMaxLength = 200;

    private readonly List<Pledge> _pledges = [];

    public PledgeSheet(int organizationId, int year) => (OrganizationId, Year, Stage) = (organizationId, year, PledgeStage.Drafting);

    private PledgeSheet() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }
    public PledgeStage Stage { get; private set; }

    /// <summary>The secretary who promises, by the name at the time.</summary>
    public string SubmittedBy { get; private set; } = "";
    public int? SubmittedById { get; private set; }
    public DateOnly? SubmittedOn { get; private set; }
    public string ReturnReason { get; private set; } = "";
    public string ReviewedBy { get; private set; } = "";
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>公示地点: 公开栏, 党员大会.</summary>
    public string PublishedAt { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }
    public IReadOnlyList<Pledge> Pledges => _pledges;

    public bool IsEditable => Stage is PledgeStage.Drafting or PledgeStage.Returned;
    bool IAudited.IsRecorded => Stage is not PledgeStage.Drafting;

    /// <param name="due">The day of the year's scheme.</param>
    public bool IsLate(DateOnly due) => PublishedOn > due;

    /// <summary>Pledges are asked for from 1 March on.</summary>
    public static DateOnly OpensOn(int year) => new(year, 3, 1);

    /// <summary>All of them in one form, complete or not; what was left empty is left out.</summary>
    public void Write(IReadOnlyList<PledgeText> texts)
    {
        Rule.Require(IsEditable, "承诺已经报送，需要修改请联系上级党组织退回。");
        Rule.Require(texts.Count <= Most, $"承诺不超过{Most}项。");
        _pledges.RemoveAll(p => p.No > texts.Count);
        foreach (var (i, text) in texts.Index())
        {
            if (i >= _pledges.Count)
            {
                _pledges.Add(new Pledge(this, i + 1));
            }

            _pledges.Single(p => p.No == i + 1).Write(text);
        }
    }

    /// <summary>报送 by the secretary who promises it.</summary>
    public void Submit(Actor secretary, DateOnly today)
    {
        Rule.Require(IsEditable, "承诺已经报送，不必重复报送。");
        Rule.Require(_pledges.Count is >= Least and <= Most, $"承诺应为{Least}至{Most}项，现有{_pledges.Count}项。");
        _pledges.ForEach(p => p.RequireComplete());
        (Stage, SubmittedBy, SubmittedById, SubmittedOn, ReturnReason) = (PledgeStage.Submitted, secretary.Name, secretary.PersonId, today, "");
    }

    public void Return(Actor superior, string reason)
    {
        RequireReviewable(superior);
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明退回的原因，不超过{ReasonMaxLength}字。");
        (Stage, ReturnReason) = (PledgeStage.Returned, reason);
    }

    public void Approve(Actor superior, DateOnly today)
    {
        RequireReviewable(superior);
        (Stage, ReviewedBy, ReviewedOn) = (PledgeStage.Reviewed, superior.Name, today);
    }

    /// <summary>公示, after the review; late is allowed and stays late.</summary>
    public void Publish(string place, DateOnly on, DateOnly today)
    {
        Rule.Require(Stage is PledgeStage.Reviewed, "承诺经上级审核后才能公示。");
        Rule.Require(place.Length is > 0 and <= PlaceMaxLength, $"请填写公示的地方，例如公开栏、党员大会，不超过{PlaceMaxLength}字。");
        Rule.Require(on <= today, "公示日期不能晚于今天。");
        Rule.Require(on >= ReviewedOn, $"公示日期不能早于审核日期（{ReviewedOn:yyyy-MM-dd}）。");
        (Stage, PublishedAt, PublishedOn) = (PledgeStage.Published, place, on);
    }

    /// <summary>申报兑现: what was done about it.</summary>
    public void Claim(Pledge pledge, string words, Actor by, DateOnly today)
    {
        Rule.Require(Stage is PledgeStage.Published, "承诺公示后才能申报兑现。");
        pledge.Claim(words, by, today);
    }

    /// <summary>确认: the superior says whether it was kept.</summary>
    public void Settle(Pledge pledge, bool isKept, string reason, Actor superior, DateOnly today)
    {
        Rule.Require(Stage is PledgeStage.Published, "承诺公示后才能确认是否兑现。");
        Rule.Require(superior.PersonId != SubmittedById, "不能确认自己的承诺，请由其他同志确认。");
        pledge.Settle(isKept, reason, superior, today);
    }

    private void RequireReviewable(Actor superior)
    {
        Rule.Require(Stage is PledgeStage.Submitted, "承诺现在不在待审核状态，请刷新后查看。");
        Rule.Require(superior.PersonId != SubmittedById, "不能审核自己报送的承诺，请由其他同志审核。");
    }
}

/// <summary>What is typed in one row of the form.</summary>
/// <param name="Task">A task of the lists that is promised: content, day and progress are read from it and not typed again.</param>
public sealed record PledgeText(string Text, string Mark, DateOnly? DueOn, WorkTask? Task = null);
