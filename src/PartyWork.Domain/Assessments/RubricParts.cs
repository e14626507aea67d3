namespace PartyWork.Domain.Assessments;

/// <summary>类: the first level of a rubric.</summary>
public sealed class RubricCategory : IAudited
{
    private readonly List<RubricItem> _items = [];

    internal RubricCategory(int no, string code, string name, int points)
    {
        (No, Code) = (no, code);
        Write(name, points);
    }

    private RubricCategory() { }

    public int Id { get; private set; }
    public int RubricId { get; private set; }

    /// <summary>Place in the rubric, from 1.</summary>
    public int No { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>分值 in hundredths: the sum of its items'.</summary>
    public int Points { get; private set; }
    public IReadOnlyList<RubricItem> Items => _items;

    int? IAudited.AuditOrganizationId => null;

    internal void Write(string name, int points)
    {
        RubricItem.CheckHead(Code, name, points);
        (Name, Points) = (name, points);
    }

    internal RubricItem Add(string code, string name, int points)
    {
        var item = new RubricItem(_items.Count + 1, code, name, points);
        _items.Add(item);
        return item;
    }

    internal void Remove(RubricItem item)
    {
        _items.Remove(item);
        foreach (var (index, later) in _items.OrderBy(i => i.No).Index())
        {
            later.PlaceAt(index + 1);
        }
    }

    internal void PlaceAt(int no) => No = no;
}

/// <summary>项: the second level.</summary>
public sealed class RubricItem : IAudited
{
    private readonly List<RubricCriterion> _criteria = [];

    internal RubricItem(int no, string code, string name, int points)
    {
        (No, Code) = (no, code);
        Write(name, points);
    }

    private RubricItem() { }

    public int Id { get; private set; }
    public int RubricCategoryId { get; private set; }
    public int No { get; private set; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>分值 in hundredths: the sum of its criteria's.</summary>
    public int Points { get; private set; }
    public IReadOnlyList<RubricCriterion> Criteria => _criteria;

    int? IAudited.AuditOrganizationId => null;

    internal static void CheckHead(string code, string name, int points)
    {
        Rule.Require(name.Length is > 0 and <= Rubric.NameMaxLength, $"{code}：请填写名称，不超过{Rubric.NameMaxLength}字。");
        Rule.Require(points is > 0 and <= Rubric.FullMarks, $"{code}：分值应大于0，不超过100分。");
    }

    internal void Write(string name, int points)
    {
        CheckHead(Code, name, points);
        (Name, Points) = (name, points);
    }

    internal RubricCriterion Add(CriterionText text)
    {
        var criterion = new RubricCriterion(_criteria.Count + 1, text);
        _criteria.Add(criterion);
        return criterion;
    }

    internal void Remove(RubricCriterion criterion)
    {
        _criteria.Remove(criterion);
        foreach (var (index, later) in _criteria.OrderBy(c => c.No).Index())
        {
            later.PlaceAt(index + 1);
        }
    }

    internal void PlaceAt(int no) => No = no;
}

/// <summary>条: the smallest thing that is scored.</summary>
public sealed class RubricCriterion : IAudited
{
    public const int WordsMaxLength = 400, ScoreMaxLength = 4000;

    private IReadOnlyList<ScoringPart>? _parts;
    private CriterionOptions? _options;

    internal RubricCriterion(int no, CriterionText text)
    {
        No = no;
        Write(text);
    }

    private RubricCriterion() { }

    public int Id { get; private set; }
    public int RubricItemId { get; private set; }
    public int No { get; private set; }
    public string Code { get; private set; } = "";

    /// <summary>分值 in hundredths.</summary>
    public int Points { get; private set; }

    /// <summary>考核标准.</summary>
    public string Standard { get; private set; } = "";

    /// <summary>评分细则 as printed.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>计分方式 as stored; read through <see cref="Parts"/>.</summary>
    public string Score { get; private set; } = "";

    /// <summary>适用和查证约定 as stored; read through <see cref="Options"/>.</summary>
    public string OptionsText { get; private set; } = "";
    public CriterionMethod Method { get; private set; }
    public CriterionAutomation Automation { get; private set; }
    public CriterionPhase Phase { get; private set; }
    public CheckWays Checks { get; private set; }
    public string Evidence { get; private set; } = "";

    /// <summary>What an assessor is offered as evidence, to be chosen instead of typed on a phone: what the rubric itself names, and how it was checked.</summary>
    public IEnumerable<string> EvidenceOffered => Evidence.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(["现场查看", "现场照片", "访谈记录", "会议记录原件"]).Distinct();

    int? IAudited.AuditOrganizationId => null;

    public IReadOnlyList<ScoringPart> Parts => _parts ??= ScoringPart.Read(Score);

    public CriterionOptions Options => _options ??= CriterionOptions.Read(OptionsText);

    /// <summary>Everything that its parts and its applicability read.</summary>
    public IEnumerable<string> Names => Parts.SelectMany(p => p.Names)
        .Concat(Options.NotApplicableWhen.Length > 0 ? Expression.Condition(Options.NotApplicableWhen).Names : []).Distinct();

    public CriterionText Text() => new(Code, Points, Standard, Sentence, Parts, Options, Method, Automation, Phase, Checks, Evidence);

    internal void Write(CriterionText text)
    {
        (Code, Points, Standard, Sentence, Method, Automation, Phase, Checks, Evidence) =
            (text.Code, text.Points, text.Standard, text.Sentence, text.Method, text.Automation, text.Phase, text.Checks, text.Evidence);
        (Score, OptionsText, _parts, _options) = (ScoringPart.Write(text.Parts), text.Options.Write(), text.Parts, text.Options);
        Rule.Require(Score.Length <= ScoreMaxLength && OptionsText.Length <= ScoreMaxLength, $"{Code}：计分方式太长，请拆成两条。");
    }

    internal void PlaceAt(int no) => No = no;
}
