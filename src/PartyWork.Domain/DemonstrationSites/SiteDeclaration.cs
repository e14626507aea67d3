using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.DemonstrationSites;

/// <summary>示范点申报表: a filing that exists only for who begins it. The secretary confirms it; the committee recommends the site, which accepts it, or sends it back.</summary>
public sealed class SiteDeclaration(Filing filing, SiteProgramme programme) : FiledForm(filing)
{
    /// <summary>特色做法 of at most so many paragraphs, together within the form's 800 characters.</summary>
    public const int MostPractices = 3, PracticeMaxLength = 260;

    public const string Type = "type", Theme = "theme", Support = "support", Secretary = "secretary", Members = "members", Honors = "honors";

    private Declarant? _declarant;

    /// <summary>基本条件自查.</summary>
    public static readonly IReadOnlyList<string> Conditions =
    [
        "党组织设置规范，按期换届",
        "班子健全，书记和委员履职正常",
        "“三会一课”、组织生活会等经常、认真",
        "党员教育管理到位，党费按时足额交纳",
        "有相对固定的活动场所，可以共用",
        "民主决策和党务公开落实",
        "服务群众有项目、有成效",
        "上年度考核或者评议不低于“良好”",
        "两年内班子成员没有违纪违法问题",
        "近一年没有重大信访和安全责任事件",
    ];

    public SiteProgramme Programme => programme;

    public FilingRow? Row(string key) => Filing.Rows.SingleOrDefault(r => r.Key == key);

    public static string Practice(int no) => $"practice{no}";

    public static string Condition(int no) => $"condition{no}";

    /// <summary>What a row is called, wherever it is spoken of.</summary>
    public static string LabelOf(string key) => key switch
    {
        Type => "创建类型",
        Theme => "拟打造主题",
        Support => "需支持事项",
        Secretary => "书记",
        Members => "党员数",
        Honors => "已有荣誉",
        _ when key.StartsWith("practice", StringComparison.Ordinal) => $"特色做法之{"一二三"[key[^1] - '1']}",
        _ => $"基本条件{key["condition".Length..]} {Conditions[int.Parse(key["condition".Length..], System.Globalization.CultureInfo.InvariantCulture) - 1]}",
    };

    /// <summary>开始申报; the window of the programme is open.</summary>
    public static Filing Begin(SiteProgramme programme, Window window, int organizationId, OrganizationLevel level, OrganizationDomain domain, DateOnly today)
    {
        Rule.Require(programme.PublishedOn is not null, "创建方案还没有发布，不能申报。");
        Rule.Require(SiteDomains.Of(level, domain) is { } of && programme.Numbers[of] > 0, "本年方案没有这一领域的示范点，不能申报。");
        Rule.Require(today >= window.Opens, $"{window.Opens:M月d日}开始申报。");
        return window.PublishTo([organizationId], today).Single();
    }

    public DeclarationText Text => new(Words(Type), Words(Theme), [.. Enumerable.Range(1, MostPractices).Select(n => Words(Practice(n)))], Words(Support),
        [.. Enumerable.Range(1, Conditions.Count).Select(n => new DeclaredCondition(Row(Condition(n))?.Choice is { } c ? c == 1 : null, Words(Condition(n))))]);

    /// <summary>What is still missing; empty when it can be handed over.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            var text = Text;
            return
            [
                .. text.Type.Length == 0 ? ["请选择创建类型。"] : Array.Empty<string>(),
                .. text.Theme.Length == 0 ? ["请填写拟打造主题。"] : Array.Empty<string>(),
                .. text.Practices.All(p => p.Length == 0) ? ["请至少写一条特色做法。"] : Array.Empty<string>(),
                .. text.Conditions.Index().Where(c => c.Item.Holds is null).Select(c => $"基本条件{c.Index + 1}没有自查。"),
                .. text.Conditions.Index().Where(c => c.Item.Holds is false && c.Item.Words.Length == 0).Select(c => $"基本条件{c.Index + 1}不具备的，请写明情况。"),
            ];
        }
    }

    /// <summary>Keeps what was typed, complete or not; what is as it was is not touched, so that after a return only what was sent back need be opened.</summary>
    public void Write(DeclarationText text, DateTime now)
    {
        Rule.Require(text.Type.Length == 0 || programme.TypeList.Contains(text.Type), "请从方案规定的类型中选择。");
        Rule.Require(text.Theme.Length <= DemonstrationSite.ThemeMaxLength, $"拟打造主题不超过{DemonstrationSite.ThemeMaxLength}字。");
        Rule.Require(text.Practices.All(p => p.Length <= PracticeMaxLength), $"特色做法每条不超过{PracticeMaxLength}字。");
        Write(Type, text.Type, null, now);
        Write(Theme, text.Theme, null, now);
        foreach (var (i, practice) in text.Practices.Take(MostPractices).Index())
        {
            Write(Practice(i + 1), practice, null, now);
        }

        Write(Support, text.Support, null, now);
        foreach (var (i, condition) in text.Conditions.Take(Conditions.Count).Index())
        {
            Write(Condition(i + 1), condition.Words, condition.Holds is { } holds ? holds ? 1 : 0 : null, now);
        }
    }

    /// <summary>The site, once it is declared.</summary>
    public DemonstrationSite? Site { get; private set; }

    /// <summary>Who declares itself; said before the secretary confirms, or the clerk registers the paper signature.</summary>
    public SiteDeclaration By(Declarant declarant)
    {
        _declarant = declarant;
        return this;
    }

    protected override void Complete(DateTime now)
    {
        Rule.Require(Missing.Count == 0, string.Join("", Missing));
        if (_declarant is not { Facts: var facts } declarant)
        {
            return; // 报书记: what is known of it is taken down when it is declared
        }

        SiteEligibility.Require(declarant.Eligibility);
        if (Filing.Stage is not FilingStage.Returned)
        {
            Write(Secretary, facts.Secretary, null, now);
            Write(Members, $"{facts.Members}名", null, now);
            Write(Honors, facts.Honors.Length > FilingRow.WordsMaxLength ? facts.Honors[..FilingRow.WordsMaxLength] : facts.Honors, null, now);
        }
    }

    /// <summary>申报: the site is declared from now on, by the secretary's own hand or the signature on paper.</summary>
    protected override void HandedOver(Actor by, DateTime now)
    {
        var (declarant, text) = (_declarant ?? throw new InvalidOperationException("Say who declares itself first."), Text);
        var (secretary, today) = (Filing.SignaturePending ? declarant.Facts.Secretary : by.Name, OfficeTime.DayOf(now));
        Site = declarant.Site ?? new(programme, Filing, declarant.Domain, declarant.CommitteeId, text.Type, text.Theme, secretary, today);
        Site.Declare(text.Type, text.Theme, secretary, today);
    }

    private void Write(string key, string words, int? choice, DateTime now)
    {
        var row = Row(key);
        if ((row?.Words ?? "", row?.Choice) != (words, choice))
        {
            Filing.Edit(key, LabelOf(key), now).Fill(words.Length > 0 || choice is not null ? Answer.Value : Answer.Unanswered, choice, null, words);
        }
    }

    private string Words(string key) => Row(key)?.Words ?? "";
}
