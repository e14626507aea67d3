using PartyWork.Domain.Registers;

namespace PartyWork.Domain.Assessments;

/// <summary>What one part of the year came to.</summary>
/// <param name="Value">百分制, hundredths; null where nothing is recorded.</param>
/// <param name="Words">How it came about, in the unit's own numbers.</param>
public sealed record ResultPartScore(ResultPart Part, int? Value, string Words);

/// <summary>加分 or 扣分 for one matter.</summary>
/// <param name="Points">Hundredths; negative where they are taken off; 0 where the matter counts nothing, as its words say.</param>
public sealed record PointsItem(int Points, string Words);

/// <summary>表彰: what it is for, by whose formal document.</summary>
public sealed record Commendation(string Name, HonorLevel Level, string DocumentNo, DateOnly On);

/// <summary>年度总评 of one organisation, made of the scheme's parts, exact and rounded once.</summary>
/// <param name="Parts">In the scheme's order, with the weight that counted: what is not recorded gives its weight to the rest.</param>
/// <param name="Base">Hundredths, before anything was added or taken off.</param>
/// <param name="Bonus">Hundredths, within the limit.</param>
/// <param name="Deduction">Hundredths, within the limit.</param>
public sealed record Composition(IReadOnlyList<(ResultPartScore Score, int Percent)> Parts, IReadOnlyList<PointsItem> Items, int Base, int Bonus, int Deduction)
{
    /// <summary>Hundredths; may exceed 100 points by what was added, is never below 0.</summary>
    public int Total => Math.Max(0, Base + Bonus - Deduction);

    /// <summary>The share of a part in the base, when what is not recorded has given its weight to the rest; hundredths of a percent.</summary>
    public int ShareOf(int percent) => (Fraction.Of(percent) * Fraction.Of(100) / Fraction.Of(Counted)).RoundedHundredths();

    /// <summary>权重合计 of the parts that are recorded.</summary>
    public int Counted => Parts.Where(p => p.Score.Value is not null).Sum(p => p.Percent);

    /// <summary>（平时92.5×20＋年中检查88×20）÷40＋加分1＝91.25.</summary>
    public string Formula
    {
        get
        {
            var counted = Parts.Where(p => p.Score.Value is not null).ToList();
            var sum = counted.Sum(p => p.Percent);
            var parts = string.Join("＋", counted.Select(p => $"{p.Score.Part.Text()}{Quantity.Print(p.Score.Value!.Value)}×{p.Percent}%"));
            return $"{(sum == 100 ? parts : $"（{parts}）÷{sum}%")}{(Bonus > 0 ? $"＋加分{Quantity.Print(Bonus)}" : "")}{(Deduction > 0 ? $"－扣分{Quantity.Print(Deduction)}" : "")}＝{Quantity.Print(Total)}";
        }
    }

    /// <exception cref="BrokenRuleException">Not even one part is recorded.</exception>
    public static Composition Of(GradingScheme scheme, RubricKind kind, IEnumerable<ResultPartScore> scores, IReadOnlyList<PointsItem> added, IReadOnlyList<PointsItem> taken)
    {
        var known = scores.ToDictionary(s => s.Part);
        var parts = scheme.Of(kind).Select(w => (known.GetValueOrDefault(w.Part) ?? new ResultPartScore(w.Part, null, "未记录"), w.Percent)).ToList();
        var counted = parts.Where(p => p.Item1.Value is not null).ToList();
        Rule.Require(counted.Count > 0, $"{kind.Text()}的总评没有任何部分有得分。");
        var sum = counted.Aggregate(Fraction.Zero, (total, p) => total + (Fraction.OfHundredths(p.Item1.Value!.Value) * Fraction.Of(p.Percent)));
        return new(parts, [.. added, .. taken], (sum / Fraction.Of(counted.Sum(p => p.Percent))).RoundedHundredths(),
            Math.Min(scheme[GradingNumber.BonusMost], added.Sum(i => i.Points)), Math.Min(scheme[GradingNumber.DeductionMost], -taken.Sum(i => i.Points)));
    }

    /// <summary>加分: only formal documents of the year; the same matter counts once, at the highest level that has its document.</summary>
    public static IReadOnlyList<PointsItem> BonusOf(GradingScheme scheme, int year, IEnumerable<Commendation> commendations)
    {
        var items = new List<PointsItem>();
        foreach (var matter in commendations.Where(c => c.On.Year == year).GroupBy(c => c.Name.Trim()).OrderBy(g => g.Min(c => c.On)).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var (index, honor) in matter.OrderByDescending(c => c.DocumentNo.Length > 0).ThenByDescending(c => c.Level).ThenBy(c => c.On).Index())
            {
                var what = $"{honor.Level.Text()}“{honor.Name}”（{(honor.DocumentNo.Length > 0 ? honor.DocumentNo : "无文号")}）";
                items.Add(honor.DocumentNo.Length == 0 ? new(0, $"{what}：没有正式表彰文件，不加分。")
                    : ForbiddenGrounds.FirstOrDefault(g => honor.Name.Contains(g, StringComparison.Ordinal)) is { } ground ? new(0, $"{what}：{ground}不得作为加分依据，不加分。")
                    : index > 0 ? new(0, $"{what}：同一事项只按最高级别加分。")
                    : new(scheme[BonusFor(honor.Level)], what));
            }
        }

        return items;
    }

    /// <summary>What national rules on relieving the grass roots (2024) keep out of every assessment; no district can let it in.</summary>
    public static readonly IReadOnlyList<string> ForbiddenGrounds = ["批示", "刊发", "信息采用", "简报", "活跃度", "点赞", "转发"];

    /// <summary>平时得分: four shares of what was done; a share of nothing gives its points to the others.</summary>
    /// <param name="done">Done and due of: quarterly reports, tasks, matters of coordination, problems found by inspections.</param>
    public static ResultPartScore RoutineOf(GradingScheme scheme, (int Done, int Due) reports, (int Done, int Due) tasks, (int Done, int Due) coordination, (int Done, int Due) inspections)
    {
        var full = Fraction.OfHundredths(scheme[GradingNumber.CompletionFullAt]) / Fraction.Of(100);
        (GradingNumber Number, (int Done, int Due) Count, Fraction FullAt, string Word)[] shares =
        [
            (GradingNumber.OnTimePoints, reports, Fraction.One, "季报及时"), (GradingNumber.CompletionPoints, tasks, full, "到期任务完成"),
            (GradingNumber.CoordinationPoints, coordination, Fraction.One, "协调事项按期办结"), (GradingNumber.InspectionPoints, inspections, Fraction.One, "督查问题整改"),
        ];
        var owed = shares.Where(s => s.Count.Due > 0).ToList();
        if (owed.Count == 0)
        {
            return new(ResultPart.Routine, null, "没有到期的季报、任务、协调事项和督查问题");
        }

        var earned = owed.Aggregate(Fraction.Zero, (sum, s) => sum + (Fraction.OfHundredths(scheme[s.Number]) * Fraction.Least(Fraction.One, Fraction.Of(s.Count.Done) / Fraction.Of(s.Count.Due) / s.FullAt)));
        var points = owed.Sum(s => scheme[s.Number]);
        return new(ResultPart.Routine, points == 0 ? null : (earned * Fraction.Of(100) / Fraction.OfHundredths(points)).RoundedHundredths(),
            string.Join("；", shares.Where(s => s.Count.Due == 0).Select(s => $"{s.Word}：没有到期的，{Quantity.Print(scheme[s.Number])}分按比例并入其余").Prepend(Shared())));

        string Shared()
        {
            var terms = string.Join("＋", owed.Select(s => $"{s.Word}{s.Count.Done}／{s.Count.Due}{(s.FullAt == Fraction.One ? "" : $"（达到{(s.FullAt * Fraction.Of(100)).Print()}%为满分）")}×{Quantity.Print(scheme[s.Number])}"));
            return points == Rubric.FullMarks ? terms : $"（{terms}）÷{Quantity.Print(points)}×100";
        }
    }

    /// <summary>党（工）委年底考核: its own duties, what was sampled below and how lagging communities were put right; what there is none of is merged into its own.</summary>
    /// <param name="own">百分制, hundredths, as all of them.</param>
    public static ResultPartScore YearEndOf(GradingScheme scheme, int own, IReadOnlyCollection<int> sampled, IReadOnlyCollection<int> lagging)
    {
        var (ofSampled, ofLagging) = (sampled.Count > 0 ? scheme[GradingNumber.SampledShare] : 0, lagging.Count > 0 ? scheme[GradingNumber.LaggingShare] : 0);
        var ofOwn = Rubric.FullMarks - ofSampled - ofLagging;
        var sum = (Fraction.OfHundredths(own) * Fraction.OfHundredths(ofOwn)) + (Mean(sampled) * Fraction.OfHundredths(ofSampled)) + (Mean(lagging) * Fraction.OfHundredths(ofLagging));
        return new(ResultPart.YearEnd, (sum / Fraction.OfHundredths(Rubric.FullMarks)).RoundedHundredths(), string.Join("＋", new[]
        {
            $"本级{Quantity.Print(own)}×{Quantity.Print(ofOwn)}%",
            ofSampled > 0 ? $"抽查{sampled.Count}个下属党组织平均{Mean(sampled).Print()}×{Quantity.Print(ofSampled)}%" : "",
            ofLagging > 0 ? $"{lagging.Count}个后进社区整顿平均{Mean(lagging).Print()}×{Quantity.Print(ofLagging)}%" : "",
        }.Where(w => w.Length > 0)));
    }

    private static Fraction Mean(IReadOnlyCollection<int> totals) => totals.Count == 0 ? Fraction.Zero : totals.Aggregate(Fraction.Zero, (sum, t) => sum + Fraction.OfHundredths(t)) / Fraction.Of(totals.Count);

    private static GradingNumber BonusFor(HonorLevel level) => level switch
    {
        HonorLevel.National => GradingNumber.NationalBonus,
        HonorLevel.Province => GradingNumber.ProvinceBonus,
        HonorLevel.City => GradingNumber.CityBonus,
        _ => GradingNumber.DistrictBonus,
    };
}
