namespace PartyWork.Domain.Organizations;

/// <summary>社区工作者人数 of one community on one day, by post and by certificate. Heads, never names.</summary>
public sealed class CommunityWorkers : IBelongToOrganization, IAudited
{
    public int Id { get; private set; }
    public int OrganizationId { get; init; }

    /// <summary>统计日期.</summary>
    public DateOnly On { get; init; }
    public int Secretaries { get; set; }
    public int Deputies { get; set; }

    /// <summary>“两委”委员 other than secretary and deputies.</summary>
    public int Members { get; set; }

    /// <summary>专职社区工作者 without a post in the committees.</summary>
    public int Workers { get; set; }

    /// <summary>持助理社会工作师证; of several certificates of a person the highest counts.</summary>
    public int Assistants { get; set; }

    /// <summary>持社会工作师证.</summary>
    public int SocialWorkers { get; set; }

    /// <summary>持高级社会工作师证.</summary>
    public int Seniors { get; set; }

    public int Total => Secretaries + Deputies + Members + Workers;
    public int Certified => Assistants + SocialWorkers + Seniors;

    /// <summary>Several communities together; the day is that of the earliest count.</summary>
    public static CommunityWorkers Sum(IReadOnlyCollection<CommunityWorkers> counts) => new()
    {
        On = counts.Min(c => c.On),
        Secretaries = counts.Sum(c => c.Secretaries),
        Deputies = counts.Sum(c => c.Deputies),
        Members = counts.Sum(c => c.Members),
        Workers = counts.Sum(c => c.Workers),
        Assistants = counts.Sum(c => c.Assistants),
        SocialWorkers = counts.Sum(c => c.SocialWorkers),
        Seniors = counts.Sum(c => c.Seniors),
    };

    public void Check(DateOnly today)
    {
        Rule.Require(On <= today && On.Year >= 2000, "统计日期不能晚于今天，应在2000年以后。");
        Rule.Require(new[] { Secretaries, Deputies, Members, Workers, Assistants, SocialWorkers, Seniors }.All(n => n is >= 0 and <= 1000), "各项人数应为0至1000的整数。");
        Rule.Require(Certified <= Total, $"持证人数合计{Certified}人，多于总人数{Total}人，请核对；一人持多证的只计最高一级。");
    }
}
