using System.ComponentModel;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Assessments;

/// <summary>适用对象: whom a rubric scores.</summary>
public enum RubricKind
{
    [Description("党（工）委")] Committee = 1,
    [Description("社区")] Community,
    [Description("机关")] Organ,
    [Description("学校")] School,
    [Description("两新组织")] TwoNew,
    [Description("后进社区")] LaggingCommunity,
}

public static class RubricKinds
{
    /// <summary>The rubric that scores an organisation; null for those that are scored as part of another.</summary>
    public static RubricKind? Of(OrganizationLevel level, OrganizationDomain domain) => (level, domain) switch
    {
        (OrganizationLevel.District, _) => null,
        (OrganizationLevel.Committee, _) => RubricKind.Committee,
        (OrganizationLevel.Primary, OrganizationDomain.Community) => RubricKind.Community,
        (OrganizationLevel.Primary, OrganizationDomain.Organ) => RubricKind.Organ,
        (OrganizationLevel.Primary, OrganizationDomain.School) => RubricKind.School,
        (_, OrganizationDomain.TwoNew) => RubricKind.TwoNew,
        _ => null,
    };
}

/// <summary>
/// 考核细则 of one year and kind: classes, items and criteria with their points. Once published it is what organisations are scored by and does not
/// change; a change is a new version.
/// </summary>
public sealed class Rubric : IAudited
{
    public const int NameMaxLength = 60, CodeMaxLength = 20, VerdictMaxLength = 300, FullMarks = 100 * Quantity.One;

    private readonly List<RubricCategory> _categories = [];
    private readonly List<RubricParameter> _parameters = [];

    public Rubric(int year, RubricKind kind, int no, string name)
    {
        Rule.Require(year is >= 2000 and <= 2100, "年度应在2000至2100之间。");
        Rule.Require(Enum.IsDefined(kind) && no > 0, "请选择适用对象。");
        (Year, Kind, No) = (year, kind, no);
        Write(name, new(year, 6, 30), new(year, 12, 25));
    }

    private Rubric() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public RubricKind Kind { get; private set; }

    /// <summary>版次 within year and kind, from 1.</summary>
    public int No { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>年中数据截止日: what is short of a year's requirement is prorated to it.</summary>
    public DateOnly MidOn { get; private set; }

    /// <summary>年底数据截止日: until then lost points can be earned back.</summary>
    public DateOnly EndOn { get; private set; }

    /// <summary>结果认定 in the rubric's own words: from how many points a rectification is accepted. Empty where the year's scheme says it.</summary>
    public string Verdict { get; private set; } = "";

    /// <summary>验收标准 as <see cref="Verdict"/> says it; null where it says none.</summary>
    public PassRule? PassRule => PassRule.Read(Verdict);

    /// <summary>启用日期; null while it is a draft. From then on it is frozen.</summary>
    public DateOnly? PublishedOn { get; private set; }
    public string PublishedBy { get; private set; } = "";
    public IReadOnlyList<RubricCategory> Categories => _categories;
    public IReadOnlyList<RubricParameter> Parameters => _parameters;

    int? IAudited.AuditOrganizationId => null;

    public bool IsFrozen => PublishedOn is not null;

    /// <summary>2026年社区党组织党建工作考核细则（第1版）.</summary>
    public string Title => $"{Year}年{Name}（第{No}版）";

    /// <summary>In the rubric's order.</summary>
    public IEnumerable<RubricCriterion> Criteria => _categories.OrderBy(c => c.No).SelectMany(c => c.Items.OrderBy(i => i.No)).SelectMany(i => i.Criteria.OrderBy(c => c.No));

    public (int Categories, int Items, int Criteria) Counts => (_categories.Count, _categories.Sum(c => c.Items.Count), Criteria.Count());

    public void Write(string name, DateOnly midOn, DateOnly endOn)
    {
        RequireDraft();
        Rule.Require(name.Length is > 0 and <= NameMaxLength, $"请填写细则名称，不超过{NameMaxLength}字。");
        Rule.Require(midOn.Year == Year && endOn.Year == Year && midOn < endOn, $"年中和年底数据截止日应在{Year}年内，年中在前。");
        (Name, MidOn, EndOn) = (name, midOn, endOn);
    }

    public void Decide(string verdict)
    {
        RequireDraft();
        Rule.Require(verdict.Length <= VerdictMaxLength, $"结果认定不超过{VerdictMaxLength}字。");
        Verdict = verdict;
    }

    public RubricCategory AddCategory(string code, string name, int points)
    {
        RequireDraft();
        RequireFree(code);
        var category = new RubricCategory(_categories.Count + 1, code, name, points);
        _categories.Add(category);
        return category;
    }

    public RubricItem AddItem(RubricCategory category, string code, string name, int points)
    {
        RequireDraft();
        RequireFree(code);
        return category.Add(code, name, points);
    }

    public RubricCriterion AddCriterion(RubricItem item, CriterionText text)
    {
        RequireDraft();
        RequireFree(text.Code);
        text.Check();
        var criterion = item.Add(text);
        AddParameters(criterion.Names);
        return criterion;
    }

    public void Change(RubricCategory category, string name, int points)
    {
        RequireDraft();
        category.Write(name, points);
    }

    public void Change(RubricItem item, string name, int points)
    {
        RequireDraft();
        item.Write(name, points);
    }

    /// <summary>The sentence and the parts are changed together, or neither of them.</summary>
    /// <param name="isWordingOnly">The writer states that only the words are mended and the meaning is the same.</param>
    /// <exception cref="BrokenRuleException">One has been changed without the other.</exception>
    public void Change(RubricCriterion criterion, CriterionText text, bool isWordingOnly = false)
    {
        RequireDraft();
        Rule.Require(text.Code == criterion.Code || !IsTaken(text.Code), $"编号“{text.Code}”已经用过，请换一个。");
        text.Check();
        var scores = ScoringPart.Write(text.Parts) != criterion.Score || text.Options.Write() != criterion.OptionsText;
        var says = text.Sentence != criterion.Sentence;
        Rule.Require(says || !scores, $"{criterion.Code}：计分方式改了，评分细则的文字没有改。文字是印发给被考核单位的，请一并修改。");
        Rule.Require(scores || !says || isWordingOnly, $"{criterion.Code}：评分细则的文字改了，计分方式没有改。请一并修改；只是订正文字、含义不变的，请勾选“只订正文字”。");
        criterion.Write(text);
        KeepParameters();
    }

    public void Remove(RubricCriterion criterion)
    {
        RequireDraft();
        Categories.SelectMany(c => c.Items).Single(i => i.Criteria.Contains(criterion)).Remove(criterion);
        KeepParameters();
    }

    public void Remove(RubricItem item)
    {
        RequireDraft();
        Rule.Require(item.Criteria.Count == 0, $"{item.Code} {item.Name}还有{item.Criteria.Count}条，请先删除或移走。");
        _categories.Single(c => c.Items.Contains(item)).Remove(item);
    }

    public void Remove(RubricCategory category)
    {
        RequireDraft();
        Rule.Require(category.Items.Count == 0, $"{category.Code} {category.Name}还有{category.Items.Count}项，请先删除。");
        _categories.Remove(category);
        foreach (var (index, later) in _categories.OrderBy(c => c.No).Index())
        {
            later.PlaceAt(index + 1);
        }
    }

    /// <param name="value">In hundredths of the parameter's unit; null where the district has not set it.</param>
    public void SetParameter(string key, int? value)
    {
        RequireDraft();
        Rule.Require(value is null or >= 0, "区定标准不能为负。");
        (_parameters.Find(p => p.Key == key) ?? throw new BrokenRuleException($"细则没有用到“{key}”。")).Set(value);
    }

    /// <summary>What stands against publishing; empty when it may be published.</summary>
    /// <param name="known">The metrics and facts that the product can answer; null to leave that out.</param>
    public IReadOnlyList<RubricFinding> Check(IReadOnlySet<string>? known) => RubricCheck.Of(this, known);

    /// <summary>启用: it becomes what organisations are scored by, and is frozen.</summary>
    public void Publish(IReadOnlySet<string> known, Actor by, DateOnly today)
    {
        Rule.Require(!IsFrozen, "细则已经启用。");
        var findings = Check(known);
        Rule.Require(findings.Count == 0, $"还不能启用：{string.Join("；", findings.Take(3).Select(f => f.Text))}{(findings.Count > 3 ? $"；等{findings.Count}处" : "")}。");
        (PublishedOn, PublishedBy) = (today, by.Name);
    }

    /// <summary>A new draft with the same words and points: another version of the year, or the next year's first.</summary>
    public Rubric Copy(int year, int no)
    {
        var copy = new Rubric(year, Kind, no, Name);
        copy.Write(Name, MidOn.AddYears(year - Year), EndOn.AddYears(year - Year));
        copy.Decide(Verdict);
        foreach (var category in _categories.OrderBy(c => c.No))
        {
            var ofCategory = copy.AddCategory(category.Code, category.Name, category.Points);
            foreach (var item in category.Items.OrderBy(i => i.No))
            {
                var ofItem = copy.AddItem(ofCategory, item.Code, item.Name, item.Points);
                foreach (var criterion in item.Criteria.OrderBy(c => c.No))
                {
                    copy.AddCriterion(ofItem, criterion.Text());
                }
            }
        }

        foreach (var parameter in _parameters)
        {
            copy.SetParameter(parameter.Key, parameter.Value);
        }

        return copy;
    }

    internal static bool IsCode(string code) => code.Length is > 0 and <= CodeMaxLength && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    internal void RequireDraft() => Rule.Require(!IsFrozen, $"{Title}已启用，不能再改；需要调整的，请另立新版。");

    private bool IsTaken(string code) => _categories.Exists(c => c.Code == code || c.Items.Any(i => i.Code == code || i.Criteria.Any(x => x.Code == code)));

    private void RequireFree(string code)
    {
        Rule.Require(IsCode(code), $"编号由字母、数字和短横线组成，不超过{CodeMaxLength}位。");
        Rule.Require(!IsTaken(code), $"编号“{code}”已经用过，请换一个。");
    }

    /// <summary>The parameters that the parts read, no more and no fewer.</summary>
    private void KeepParameters()
    {
        var read = Criteria.SelectMany(c => c.Names).ToHashSet();
        _parameters.RemoveAll(p => !read.Contains(p.Key));
        AddParameters(read);
    }

    private void AddParameters(IEnumerable<string> names) =>
        _parameters.AddRange([.. names.Where(n => n.StartsWith(ScoreInputs.Configured, StringComparison.Ordinal)).Except(_parameters.Select(p => p.Key)).Order(StringComparer.Ordinal).Select(k => new RubricParameter(k))]);
}

/// <summary>区定标准: a number that a rubric leaves to the district.</summary>
public sealed class RubricParameter : IAudited
{
    internal RubricParameter(string key) => Key = key;

    private RubricParameter() { }

    public int Id { get; private set; }
    public int RubricId { get; private set; }

    /// <summary>config.per_member_standard.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Hundredths; null where the district has not set it, so that the criteria that read it fall to the assessor.</summary>
    public int? Value { get; private set; }

    int? IAudited.AuditOrganizationId => null;

    internal void Set(int? value) => Value = value;
}
