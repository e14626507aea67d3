using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>责任书范本 of one domain and year. What is issued is a copy: changing the template later changes nothing that has been issued.</summary>
public sealed class AgreementTemplate : IAudited
{
    public const int WordsMaxLength = 1000;

    private readonly List<TemplateClause> _clauses = [];

    public AgreementTemplate(int year, OrganizationDomain domain)
    {
        Rule.Require(domain is not OrganizationDomain.District, "区委自身不签订责任书，请选择其他领域。");
        (Year, Domain) = (year, domain);
    }

    private AgreementTemplate() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public OrganizationDomain Domain { get; private set; }

    /// <summary>保障措施.</summary>
    public string Safeguards { get; private set; } = "";

    /// <summary>考核奖惩.</summary>
    public string Rewards { get; private set; } = "";
    public IReadOnlyList<TemplateClause> Clauses => _clauses;

    int? IAudited.AuditOrganizationId => null;

    public void Write(string safeguards, string rewards)
    {
        Rule.Require(safeguards.Length <= WordsMaxLength && rewards.Length <= WordsMaxLength, $"保障措施和考核奖惩各不超过{WordsMaxLength}字。");
        (Safeguards, Rewards) = (safeguards, rewards);
    }

    /// <param name="points">分值 in hundredths; null where the district gives none.</param>
    public TemplateClause Add(Objective objective, DutyPosts leadPost, int? points)
    {
        var clause = new TemplateClause(Year, _clauses.Count + 1, objective, leadPost, points);
        _clauses.Add(clause);
        return clause;
    }

    /// <summary>Key points become clauses in one act; one that already is a clause here is left alone.</summary>
    /// <returns>How many clauses were added.</returns>
    public int Take(IEnumerable<KeyPoint> points)
    {
        var added = 0;
        foreach (var point in points.Where(p => p.Domains.HasFlag(Domain.AsSet()) && _clauses.All(c => c.KeyPointId != p.Id)).OrderBy(p => p.No))
        {
            Add(point.Objective, DutyPosts.Secretary, null).ComeFrom(point);
            added++;
        }

        return added;
    }

    /// <summary>The clauses after it move up. What agreements were made of stays.</summary>
    /// <param name="isIssued">Whether an agreement has a clause made of it.</param>
    public void Remove(TemplateClause clause, bool isIssued)
    {
        Rule.Require(!isIssued, $"第{clause.No}条已随责任书下发，不能删除；可以修改，只影响以后下发的责任书。");
        _clauses.Remove(clause);
        foreach (var (index, later) in _clauses.OrderBy(c => c.No).Index())
        {
            later.PlaceAt(index + 1);
        }
    }

    /// <summary>沿用上年: the same clauses with their days a year later.</summary>
    public AgreementTemplate ForNextYear()
    {
        var next = new AgreementTemplate(Year + 1, Domain);
        next.Write(Safeguards, Rewards);
        foreach (var clause in _clauses.OrderBy(c => c.No))
        {
            next.Add(clause.Objective.NextYear(), clause.LeadPost, clause.Points);
        }

        return next;
    }
}

/// <summary>范本条款.</summary>
public sealed class TemplateClause : IAudited
{
    /// <summary>10,000 points in hundredths: a whole agreement is at most so much.</summary>
    public const int MostPoints = 1_000_000;

    internal TemplateClause(int year, int no, Objective objective, DutyPosts leadPost, int? points)
    {
        (Year, No) = (year, no);
        Write(objective, leadPost, points);
    }

    private TemplateClause() { }

    public int Id { get; private set; }
    public int AgreementTemplateId { get; private set; }
    public int Year { get; private set; }

    /// <summary>条款号.</summary>
    public int No { get; private set; }
    public Objective Objective { get; private set; } = null!;

    /// <summary>牵头岗位: exactly one.</summary>
    public DutyPosts LeadPost { get; private set; }

    /// <summary>分值 in hundredths; null where the district gives none.</summary>
    public int? Points { get; private set; }

    /// <summary>The key point that it was made of.</summary>
    public int? KeyPointId { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    public void Write(Objective objective, DutyPosts leadPost, int? points)
    {
        CheckTerms(No, Year, objective, leadPost, points);
        (Objective, LeadPost, Points) = (objective, leadPost, points);
    }

    internal static void CheckTerms(int no, int year, Objective objective, DutyPosts leadPost, int? points)
    {
        objective.Check($"第{no}条", year);
        Rule.Require(leadPost is not DutyPosts.None && Enum.IsDefined(leadPost), $"第{no}条：请选择一个牵头岗位。");
        Rule.Require(points is null or (>= 0 and <= MostPoints), $"第{no}条：分值应为0至{MostPoints / Quantity.One}。");
    }

    internal void ComeFrom(KeyPoint point) => KeyPointId = point.Id;

    internal void PlaceAt(int no) => No = no;
}
