using System.ComponentModel;
using PartyWork.Domain.Registers;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>What the records say of an organisation that declares itself.</summary>
/// <param name="Veto">A confirmed veto of the last two years, in words; empty without one.</param>
/// <param name="Secretary">书记 in post; empty where the post is vacant.</param>
/// <param name="Star">Of a two-new organisation, as last confirmed.</param>
/// <param name="Live">Its live site of the same domain from another year; empty without one.</param>
/// <param name="Recommended">How many the committee has recommended in this programme already.</param>
public sealed record SiteFacts(string Veto, string Secretary, StarLevel? Star, string Live, int Recommended)
{
    /// <summary>整顿 that it is in; 0 for none.</summary>
    public int CaseId { get; init; }
    public int LiveId { get; init; }
    public int VetoId { get; init; }
}

/// <summary>Which record a condition rests on.</summary>
public enum EligibilityRecord
{
    [Description("没有")] None,
    [Description("整顿")] Case,
    [Description("一票否决")] Veto,
    [Description("党组织")] Organization,
    [Description("星级")] Stars,
    [Description("示范点")] Site,
    [Description("创建方案")] Programme,
}

/// <summary>One condition, whether it holds, and the fact it rests on.</summary>
/// <param name="Id">Which of the records; of the stars the organisation, of the programme its year.</param>
public sealed record EligibilityFinding(bool Holds, string Sentence, EligibilityRecord Record, int Id);

/// <summary>申报资格: worked out from records, each condition with its fact. Nobody ticks a box for what the product knows.</summary>
public static class SiteEligibility
{
    /// <summary>A veto keeps an organisation out for so many years.</summary>
    public const int VetoYears = 2;

    /// <param name="withQuota">The committee's quota is asked for when it recommends; who declares does not answer for it.</param>
    public static IReadOnlyList<EligibilityFinding> Check(SiteProgramme programme, SiteDomain domain, SiteFacts facts, int organizationId, bool withQuota = true) =>
    [
        .. domain is SiteDomain.Community
            ? new EligibilityFinding[] { new(facts.CaseId == 0, facts.CaseId > 0 ? "正在后进社区整顿中，整顿期间不能申报。" : "不在后进社区整顿中。", Where(EligibilityRecord.Case, facts.CaseId), facts.CaseId) } : [],
        new(facts.Veto.Length == 0, facts.Veto.Length == 0 ? $"{VetoYears}年内没有一票否决事项。" : $"{VetoYears}年内有一票否决事项：{facts.Veto}。", Where(EligibilityRecord.Veto, facts.VetoId), facts.VetoId),
        new(facts.Secretary.Length > 0, facts.Secretary.Length > 0 ? $"书记在岗：{facts.Secretary}。" : "书记空缺，配齐书记后才能申报。", EligibilityRecord.Organization, organizationId),
        .. domain is SiteDomain.TwoNew && programme.LeastStar > 0 ? new[] { StarOf(programme, facts.Star, organizationId) } : [],
        new(facts.Live.Length == 0, facts.Live.Length == 0 ? "同领域没有在册的示范点。" : $"同领域已有在册的示范点“{facts.Live}”，一个党组织一个领域只能有一个。", Where(EligibilityRecord.Site, facts.LiveId), facts.LiveId),
        .. withQuota
            ? new EligibilityFinding[] { new(facts.Recommended < programme.PerCommittee, $"党（工）委已推荐{facts.Recommended}个，限额{programme.PerCommittee}个{(facts.Recommended < programme.PerCommittee ? "。" : "，不能再推荐。")}", EligibilityRecord.Programme, programme.Year) } : [],
    ];

    /// <exception cref="BrokenRuleException">A condition does not hold; carries all that do not.</exception>
    public static void Require(IEnumerable<EligibilityFinding> findings)
    {
        var broken = findings.Where(f => !f.Holds).Select(f => f.Sentence).ToList();
        Rule.Require(broken.Count == 0, $"不具备申报资格：{string.Join("", broken)}");
    }

    private static EligibilityRecord Where(EligibilityRecord record, int id) => id > 0 ? record : EligibilityRecord.None;

    private static EligibilityFinding StarOf(SiteProgramme programme, StarLevel? star, int organizationId)
    {
        var holds = (int)(star ?? 0) >= programme.LeastStar;
        return new(holds, $"星级：{(star is { } level ? level.Text() : "尚未评定")}，{(holds ? "达到" : "未达到")}{((StarLevel)programme.LeastStar).Text()}以上的要求。", EligibilityRecord.Stars, organizationId);
    }
}
