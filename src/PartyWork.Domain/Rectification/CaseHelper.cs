using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Rectification;

/// <summary>帮扶力量: one who helps a community, from when to when. A district leader is only named: what is owed is asked of the liaison.</summary>
public sealed class CaseHelper : IBelongToOrganization, IAudited
{
    public const int NameMaxLength = 50, UnitMaxLength = 80, PostMaxLength = 60, PhoneMaxLength = 30;

    internal CaseHelper(RectificationCase of, HelperRole role, HelperText text, DateOnly from, PostHolding? holding)
    {
        (OrganizationId, Role, From, Holding, Person) = (of.OrganizationId, role, from, holding, holding?.Person);
        (Name, Unit, Post, Phone) = (text.Name, text.Unit, text.Post, text.Phone);
    }

    private CaseHelper() { }

    public int Id { get; private set; }
    public int CaseId { get; private set; }
    public int OrganizationId { get; private set; }
    public HelperRole Role { get; private set; }

    /// <summary>Whoever has an account for this help: the helper, or a district leader's liaison. Null while nobody has.</summary>
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>The post at the community that gives access to it; it ends with the last who helps from it.</summary>
    public int? HoldingId { get; private set; }
    public PostHolding? Holding { get; private set; }
    public string Name { get; private set; } = "";
    public string Unit { get; private set; } = "";
    public string Post { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    internal void End(DateOnly on) => To = on < From ? From : on;
}

/// <summary>What is written of a helper.</summary>
/// <param name="Unit">单位.</param>
/// <param name="Post">职务.</param>
public sealed record HelperText(string Name, string Unit, string Post, string Phone);
