using PartyWork.Domain.Evidence;

namespace PartyWork.Domain.Surveys;

/// <summary>
/// 测评 of one organisation by those it works for. Slips are handed out, each with a code that answers once, by telephone or on paper; nobody can tell
/// afterwards who answered what. It is made by those above, never by the organisation itself.
/// </summary>
public sealed class Survey : IBelongToOrganization, IAudited
{
    /// <summary>Fewer answers than this are not shown to anybody (domain §7.7).</summary>
    public const int LeastShown = 10;

    /// <summary>A result is valid from so many answers in a hundred slips (domain §7.7).</summary>
    public const int ValidPercent = 60;

    public const int TitleMaxLength = 60, MostSlips = 500, QuestionsMaxLength = 2000, TallyMaxLength = 400, SampleMaxLength = 400, SeedMaxLength = 8;

    private readonly List<PaperCount> _counts = [];
    private readonly List<SurveyRate> _rates = [];
    private readonly List<EvidenceUse> _evidence = [];
    private IReadOnlyList<SurveyQuestion>? _questions;

    /// <param name="organizationId">Whom it is about.</param>
    public Survey(int organizationId, int year, SurveyKind kind, string title, DateOnly from, DateOnly until, int slips)
    {
        (OrganizationId, Year, Kind, Stage) = (organizationId, year, kind, SurveyStage.Draft);
        Change(title, from, until, slips);
    }

    private Survey() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }
    public SurveyKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>作答起止日, both included.</summary>
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }

    /// <summary>发放份数.</summary>
    public int Slips { get; private set; }
    public SurveyStage Stage { get; private set; }
    public string OpenedBy { get; private set; } = "";
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Of a residents' survey the numbers in the register of households that were drawn when it opened; empty where the number of households was not known.</summary>
    public string Sample { get; private set; } = "";

    /// <summary>抽户种子: with it, and the number of households, anybody can draw the same once more. Empty where none were drawn.</summary>
    public string SampleSeed { get; private set; } = "";

    /// <summary>住户册 had so many households when it was drawn from; 0 where none were drawn.</summary>
    public int SampledOf { get; private set; }
    public string QuestionsText { get; private set; } = "";

    /// <summary>When the codes were last made; they stand on the slips alone.</summary>
    public DateOnly? PrintedOn { get; private set; }
    public string ClosedBy { get; private set; } = "";
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Once closed: how many answered, and how many of them on paper.</summary>
    public int Answered { get; private set; }
    public int AnsweredOnPaper { get; private set; }

    /// <summary>Once closed with enough answers: votes by question and option, telephone and paper together. Else empty.</summary>
    public string TallyText { get; private set; } = "";
    public IReadOnlyList<PaperCount> Counts => _counts;
    public IReadOnlyList<SurveyRate> Rates => _rates;

    /// <summary>The counting form, signed and scanned.</summary>
    public IReadOnlyList<EvidenceUse> Evidence => _evidence;

    public bool IsRecorded => Stage is not SurveyStage.Draft;

    /// <summary>The questions that were taken down when it opened.</summary>
    public IReadOnlyList<SurveyQuestion> Questions => _questions ??= SurveyQuestion.Read(QuestionsText);

    /// <summary>At least <see cref="ValidPercent"/> in a hundred slips were answered.</summary>
    public bool IsValid => Stage is SurveyStage.Closed && IsEnough(Answered, Slips);

    /// <summary>At least <see cref="LeastShown"/> have answered.</summary>
    public bool IsShown => Stage is SurveyStage.Closed && Answered >= LeastShown;

    public SurveyTally? Tally => TallyText.Length > 0 ? SurveyTally.Read(TallyText) : null;

    public PaperState Paper => _counts.Count switch { 0 => PaperState.None, 1 => PaperState.AwaitsSecond, _ => _counts[0].AgreesWith(_counts[1]) ? PaperState.Agrees : PaperState.Differs };

    /// <summary>2026年居民满意度测评, 2026年述职测评: what it is called where nobody has named it.</summary>
    public static string TitleOf(int year, SurveyKind kind) => $"{year}年{kind.Text()}{(kind is SurveyKind.ResidentSatisfaction ? "测评" : "")}";

    /// <summary>(answered ÷ slips) ≥ 60 %, in whole numbers (domain §7.7).</summary>
    public static bool IsEnough(int answered, int slips) => answered * 100 >= slips * ValidPercent;

    /// <summary>A draft is changed; what has been handed out is not.</summary>
    public void Change(string title, DateOnly from, DateOnly until, int slips)
    {
        Rule.Require(Stage is SurveyStage.Draft, "测评已经开始，不能再改。");
        Rule.Require(title.Length is > 0 and <= TitleMaxLength, $"请填写测评名称，不超过{TitleMaxLength}字。");
        Rule.Require(until >= from, "作答截止日不能早于开始日。");
        Rule.Require(from.Year == Year, $"作答开始日应在{Year}年内。");
        Rule.Require(slips is >= LeastShown and <= MostSlips, $"发放份数应为{LeastShown}至{MostSlips}份：不足{LeastShown}份的结果不能公布。");
        Rule.Require(Kind is not SurveyKind.ResidentSatisfaction || slips is >= SurveyKinds.LeastHouseholds and <= SurveyKinds.MostHouseholds,
            $"居民满意度抽样{SurveyKinds.LeastHouseholds}至{SurveyKinds.MostHouseholds}户，请核对发放份数。");
        Rule.Require(slips >= Kind.LeastSlips(), $"{Kind.Text()}发放不少于{Kind.LeastSlips()}份。");
        (Title, From, Until, Slips) = (title, from, until, slips);
    }

    /// <summary>开始: the questions are taken down, and households are drawn where their number is known.</summary>
    /// <param name="households">How many households the community has; null where nobody has recorded it.</param>
    public void Open(IReadOnlyList<SurveyQuestion> questions, int? households, Actor by, DateOnly today)
    {
        Rule.Require(Stage is SurveyStage.Draft, "测评已经开始。");
        Rule.Require(today <= Until, "作答截止日已过，请先修改起止日期。");
        SurveyQuestion.RequireAskable(questions);
        (QuestionsText, Stage, OpenedBy, OpenedOn) = (SurveyQuestion.Print(questions), SurveyStage.Open, by.Name, today);
        if (Kind.IsOfHouseholds() && households is { } all && all >= Slips)
        {
            (SampleSeed, SampledOf) = (Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(SeedMaxLength / 2)), all);
            Sample = Draw(SampleSeed, all, Slips);
        }
    }

    /// <summary>The seed, drawn once more, gives the same households.</summary>
    public bool IsSampleVerified => SampleSeed.Length > 0 && Sample == Draw(SampleSeed, SampledOf, Slips);

    /// <summary>印制测评码: one for each slip. Until somebody has answered they can be made anew, and the earlier ones are void.</summary>
    /// <param name="seals">What is stored of each code.</param>
    /// <param name="earlier">Those made before.</param>
    public IReadOnlyList<SurveyToken> Print(IReadOnlyCollection<string> seals, IReadOnlyCollection<SurveyToken> earlier, DateOnly today)
    {
        Rule.Require(Stage is SurveyStage.Open, Stage is SurveyStage.Draft ? "测评开始以后才能印制测评码。" : "测评已经结束。");
        Rule.Require(earlier.All(t => !t.IsUsed), "已有人作答，不能重新印制；缺少的份数请用纸质票。");
        Rule.Require(seals.Count == Slips && seals.Distinct().Count() == Slips, $"应印制{Slips}份。");
        PrintedOn = today;
        return [.. seals.Select(s => new SurveyToken(this, s))];
    }

    /// <summary>Null while it can be answered, else the sentence that whoever holds a slip reads.</summary>
    public string? WhyNotAnswerable(DateOnly today) => Stage switch
    {
        SurveyStage.Draft => "测评还没有开始。",
        SurveyStage.Closed => "这次测评已经结束，感谢您的关注。",
        _ when today < From => $"测评从{From.Month}月{From.Day}日开始，请到时再来。",
        _ when today > Until => $"测评已于{Until.Month}月{Until.Day}日截止，感谢您的关注。",
        _ => null,
    };

    /// <summary>The paper that has been counted; while the two differ the larger number, so that neither correction finds its place taken.</summary>
    public int OnPaper => _counts.Count == 0 ? 0 : _counts.Max(c => c.Ballots);

    /// <summary>作答 with a code, once. The survey itself keeps no trace: neither its record nor its version changes.</summary>
    /// <param name="chosen">By question the numbers of the chosen options, from 1.</param>
    /// <param name="words">By question what was written; only where words are asked for.</param>
    /// <param name="online">How many have answered with their codes.</param>
    public SurveyAnswer Answer(SurveyToken token, IReadOnlyList<IReadOnlyList<int>> chosen, IReadOnlyList<string> words, int online, DateOnly today)
    {
        Rule.Require(WhyNotAnswerable(today) is null, WhyNotAnswerable(today) ?? "");
        Rule.Require(online + OnPaper < Slips, $"发放的{Slips}份问卷，在线和纸质已经收齐，不能再作答，感谢您的参与。");
        Rule.Require(token.SurveyId == Id, "测评码不属于这次测评。");
        Rule.Require(chosen.Count == Questions.Count && words.Count == Questions.Count, "问卷不完整，请重新打开。");
        foreach (var (i, question) in Questions.Index())
        {
            Rule.Require(!question.IsRequired || chosen[i].Count == 1, $"第{i + 1}题还没有选择。");
            Rule.Require(chosen[i].Count <= SurveyQuestion.MostChosen, $"第{i + 1}题最多选{SurveyQuestion.MostChosen}项。");
            Rule.Require(chosen[i].Distinct().Count() == chosen[i].Count && chosen[i].All(c => c >= 1 && c <= question.Options.Count), $"第{i + 1}题的选择无法识别，请重新选择。");
            Rule.Require(words[i].Length <= SurveyQuestion.WordsMaxLength, $"第{i + 1}题不超过{SurveyQuestion.WordsMaxLength}字。");
        }

        token.Use();
        return new(new SurveyBallot(Id, chosen), [.. Questions.Index().Where(q => !q.Item.IsChoice && words[q.Index].Length > 0).Select(q => new SurveyOpinion(Id, words[q.Index]))]);
    }

    /// <summary>计票录入 by one of two people. Who has keyed may mend his own; the second does not see the first's numbers before he has keyed his.</summary>
    /// <param name="online">How many have answered with their codes.</param>
    public PaperCount Count(int ballots, SurveyTally tally, int online, Actor by, DateOnly today)
    {
        Rule.Require(Stage is SurveyStage.Open, Stage is SurveyStage.Draft ? "测评还没有开始。" : "测评已经结束，计票不能再改。");
        Rule.Require(today >= From, "还没有到作答的日子。");
        Rule.Require(ballots <= OnPaper || ballots + online <= Slips, $"发放{Slips}份，已有{online}份在线作答，纸质票最多{Slips - online}张。");
        var own = _counts.Find(c => c.PersonId == by.PersonId);
        Rule.Require(own is not null || _counts.Count < 2, $"{string.Join('、', _counts.Select(c => c.By))}已经录入，计票由两个人完成。");
        var count = own ?? new PaperCount(this, _counts.Count + 1, by);
        count.Key(Questions, ballots, tally, today);
        if (own is null)
        {
            _counts.Add(count);
        }

        return count;
    }

    /// <summary>What both should look at on the paper again; empty before the second has keyed.</summary>
    public IReadOnlyList<CountDifference> Differences()
    {
        if (_counts.Count < 2)
        {
            return [];
        }

        var (first, second) = (_counts.Single(c => c.No == 1), _counts.Single(c => c.No == 2));
        var ballots = first.Ballots == second.Ballots ? [] : new[] { new CountDifference(0, 1, first.Ballots, second.Ballots) };
        return [.. ballots, .. first.Tally.Counts.Zip(second.Tally.Counts).SelectMany((q, i) => q.First.Zip(q.Second).Select((o, n) => new CountDifference(i + 1, n + 1, o.First, o.Second)).Where(d => d.First != d.Second))];
    }

    /// <summary>结束: what came by telephone and what was counted from paper become one result, from which nothing leads back.</summary>
    /// <param name="ballots">All of them.</param>
    public void Close(IReadOnlyCollection<SurveyBallot> ballots, Actor by, DateOnly today)
    {
        Rule.Require(Stage is SurveyStage.Open, Stage is SurveyStage.Draft ? "测评还没有开始。" : "测评已经结束。");
        Rule.Require(Paper is PaperState.None or PaperState.Agrees, Paper is PaperState.AwaitsSecond ? "纸质票只有一个人录入，请另一位同志录入后再结束。" : "纸质票两人录入不一致，请核对原票更正后再结束。");
        var paper = _counts.FirstOrDefault();
        var answered = ballots.Count + (paper?.Ballots ?? 0);
        Rule.Require(answered <= Slips, $"在线和纸质共{answered}份，多于发放的{Slips}份，请核对纸质票。");
        (Stage, ClosedBy, ClosedOn, Answered, AnsweredOnPaper) = (SurveyStage.Closed, by.Name, today, answered, paper?.Ballots ?? 0);
        if (!IsShown)
        {
            return; // nothing is kept that may never be shown
        }

        var online = SurveyTally.Of(Questions, ballots);
        var tally = paper is null ? online : online.With(paper.Tally);
        TallyText = tally.Print();
        if (!IsValid)
        {
            return;
        }

        foreach (var of in Questions.Index().Where(q => q.Item.Measure is not SurveyMeasure.None).GroupBy(q => q.Item.Measure))
        {
            var rates = of.Select(q => q.Item.RateOf(tally.Counts[q.Index])).ToList();
            if (rates.Sum(r => r.Denominator) is > 0 and var whole)
            {
                _rates.Add(new SurveyRate(this, of.Key, rates.Sum(r => r.Numerator), whole, today));
            }
        }
    }

    /// <summary>抽户: the numbers of the register of households in the order of SHA-256 of 种子:序号, as many as there are slips. Numbers alone: no door and no name is kept.</summary>
    public static string Draw(string seed, int households, int count) =>
        string.Join('、', Enumerable.Range(1, households).OrderBy(n => Lot(seed, n), StringComparer.Ordinal).Take(count).Order());

    private static string Lot(string seed, int number) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{seed}:{number}")));

    /// <summary>A draft that nobody has been told of is given up.</summary>
    public void RequireDeletable() => Rule.Require(Stage is SurveyStage.Draft, "测评已经开始，不能删除。");

    /// <summary>The counting form is kept by who counts, and read where that is read: its numbers are not the surveyed organisation's.</summary>
    public EvidenceUse Attach(EvidenceItem item, Actor by, DateTime at)
    {
        Rule.Require(Stage is not SurveyStage.Draft, "测评开始以后才能附计票表。");
        var use = new EvidenceUse(item, item.OrganizationId, _evidence, by, at) { Survey = this };
        _evidence.Add(use);
        return use;
    }
}
