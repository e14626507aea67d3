using System.ComponentModel;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>表述: a district that may not name anything speaks of those it cultivates and visits.</summary>
public enum SiteWording
{
    [Description("示范点（命名）")] Naming = 1,
    [Description("培育对象、联系点（不命名）")] Contact,
}

/// <summary>批准机关: only the district's Party committee and government may approve such an activity, no department.</summary>
public enum ProgrammeApprover
{
    [Description("区委")] Committee = 1,
    [Description("区政府")] Government,
    [Description("区委、区政府")] Both,
}

/// <summary>拟确定数 by domain.</summary>
public sealed record SiteNumbers(int Community, int Organ, int School, int TwoNew)
{
    public int this[SiteDomain domain] => domain switch
    {
        SiteDomain.Community => Community,
        SiteDomain.Organ => Organ,
        SiteDomain.School => School,
        SiteDomain.TwoNew => TwoNew,
        _ => throw new ArgumentOutOfRangeException(nameof(domain)),
    };

    public int Total => Community + Organ + School + TwoNew;
}

/// <summary>What the department writes in a year's programme.</summary>
/// <param name="BasisDocument">依据文号: without it nothing is published.</param>
/// <param name="PerCommittee">每个党（工）委推荐数不超过.</param>
/// <param name="LeastStar">Stars that a two-new organisation needs; 0 asks for none.</param>
/// <param name="NoticeDays">公示天数, the first and the last one counted.</param>
/// <param name="Mark">Hundredths of the year's score that are needed to be named.</param>
/// <param name="Types">One a line.</param>
/// <param name="VisitItems">现场评分项目, one a line, each of five points.</param>
public sealed record ProgrammeText(
    string Name, ProgrammeApprover Approver, string BasisDocument, DateOnly? ApprovedOn, SiteWording Wording, bool HasPlaques, SiteNumbers Numbers, int PerCommittee, int LeastStar, int NoticeDays, int Mark,
    DateOnly DeclareFrom, DateOnly DeclareUntil, string Types, string VisitItems)
{
    public const int UsualStar = 3, UsualNoticeDays = 5, UsualMark = 8500;

    public const string UsualTypes = "服务型\n治理型\n文化型\n单位型\n育人型\n产业型";

    public const string UsualVisitItems =
        "组织设置规范、班子作用发挥好\n组织生活经常、记录真实\n党员作用看得见\n特色做法有实效、可推广\n群众（服务对象）当场认可\n场地利用合理、不铺张\n工作机制能坚持\n创建打算切合实际";
}

/// <summary>示范创建方案 of a year: what it rests on, how many are sought of each domain, and by which rules they are chosen. Published once, it is not changed.</summary>
public sealed class SiteProgramme : IAudited
{
    public const int NameMaxLength = 60, NumberMaxLength = 50, ListMaxLength = 500, MostVisitItems = 20, ItemPoints = 5, LeastNoticeDays = 5;

    public SiteProgramme(int year, ProgrammeText text)
    {
        Rule.Require(year is >= 2000 and <= 2100, "年度应在2000至2100之间。");
        Year = year;
        Write(text);
    }

    private SiteProgramme() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public string Name { get; private set; } = "";
    public ProgrammeApprover Approver { get; private set; }
    public string BasisDocument { get; private set; } = "";
    public DateOnly? ApprovedOn { get; private set; }
    public SiteWording Wording { get; private set; }
    public bool HasPlaques { get; private set; }
    public SiteNumbers Numbers { get; private set; } = new(0, 0, 0, 0);
    public int PerCommittee { get; private set; }
    public int LeastStar { get; private set; }
    public int NoticeDays { get; private set; }

    /// <summary>Hundredths.</summary>
    public int Mark { get; private set; }
    public DateOnly DeclareFrom { get; private set; }
    public DateOnly DeclareUntil { get; private set; }
    public string Types { get; private set; } = "";
    public string VisitItems { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }
    public string PublishedBy { get; private set; } = "";

    int? IAudited.AuditOrganizationId => null;

    public IReadOnlyList<string> TypeList => TextLines.Of(Types);
    public IReadOnlyList<string> VisitList => TextLines.Of(VisitItems);

    public ProgrammeText Text => new(Name, Approver, BasisDocument, ApprovedOn, Wording, HasPlaques, Numbers, PerCommittee, LeastStar, NoticeDays, Mark, DeclareFrom, DeclareUntil, Types, VisitItems);

    public void Write(ProgrammeText text)
    {
        Rule.Require(PublishedOn is null, "方案已经发布，不能再改。");
        Rule.Require(text.Name.Length is > 0 and <= NameMaxLength, $"请填写方案名称，不超过{NameMaxLength}字。");
        Rule.Require(Enum.IsDefined(text.Approver) && Enum.IsDefined(text.Wording), "请选择批准机关和表述。");
        Rule.Require(text.BasisDocument.Length <= NumberMaxLength, $"依据文号不超过{NumberMaxLength}字。");
        Rule.Require(!text.HasPlaques || text.Wording is SiteWording.Naming, "采用“培育对象、联系点”表述的，不授牌。");
        Rule.Require(Enum.GetValues<SiteDomain>().All(d => text.Numbers[d] is >= 0 and <= 200) && text.Numbers.Total > 0, "各领域拟确定数应在0至200之间，至少有一个领域。");
        Rule.Require(text.PerCommittee is > 0 and <= 100, "每个党（工）委推荐数应在1至100之间。");
        Rule.Require(text.LeastStar is >= 0 and <= 5, "两新党组织的星级要求应在0至5之间，0为不作要求。");
        Rule.Require(text.NoticeDays is >= LeastNoticeDays and <= 30, $"公示不少于{LeastNoticeDays}天，不超过30天。");
        Rule.Require(text.Mark is >= 0 and <= 10_000, "命名所需得分应在0至100之间。");
        Rule.Require(text.DeclareFrom.Year == Year && text.DeclareUntil.Year == Year && text.DeclareFrom <= text.DeclareUntil, $"申报起止日应在{Year}年内，开始日不晚于截止日。");
        Rule.Require(text.Types.Length <= ListMaxLength && TextLines.Of(text.Types).Count > 0, $"请填写创建类型，每行一种，合计不超过{ListMaxLength}字。");
        Rule.Require(text.VisitItems.Length <= ListMaxLength && TextLines.Of(text.VisitItems).Count is > 0 and <= MostVisitItems, $"现场评分项目每行一项，1至{MostVisitItems}项，合计不超过{ListMaxLength}字。");
        (Name, Approver, BasisDocument, ApprovedOn, Wording, HasPlaques, Numbers, PerCommittee) = (text.Name, text.Approver, text.BasisDocument, text.ApprovedOn, text.Wording, text.HasPlaques, text.Numbers, text.PerCommittee);
        (LeastStar, NoticeDays, Mark, DeclareFrom, DeclareUntil, Types, VisitItems) = (text.LeastStar, text.NoticeDays, text.Mark, text.DeclareFrom, text.DeclareUntil, text.Types, text.VisitItems);
    }

    /// <summary>发布: from now on can be declared; nobody owes anything who does not begin.</summary>
    /// <returns>The windows in which declarations are filed, one of each level that can have a site.</returns>
    public IReadOnlyList<Window> Publish(WorkYear year, Actor by, DateOnly today)
    {
        Rule.Require(PublishedOn is null, "方案已经发布。");
        Rule.Require(year.Year == Year && year.State is not WorkYearState.Closed, $"{Year}年度还没有设定，或者已经归档，不能发布方案。");
        Rule.Require(BasisDocument.Length > 0 && ApprovedOn is not null, "请填写依据文号和批准日期：创建示范活动须经区委、区政府批准，部门不能自行开展。");
        Rule.Require(ApprovedOn <= today, "批准日期不能晚于今天。");
        Rule.Require(DeclareUntil >= today, "申报截止日已过，请改期后再发布。");
        (PublishedOn, PublishedBy) = (today, by.Name);
        var scheme = year.Scheme;
        var windows = new[] { OrganizationLevel.Primary, OrganizationLevel.Branch }
            .Select(level => new Window(Year, FilingKind.SiteDeclaration, 0, level, DeclareFrom, DeclareUntil, DeclareUntil.AddDays(scheme.LockDays), scheme.ReviewWorkdays)).ToList();
        windows.ForEach(w => w.Publish([], today));
        return windows;
    }
}
