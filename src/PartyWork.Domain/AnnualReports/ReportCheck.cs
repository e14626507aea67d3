using System.Globalization;
using System.Text.RegularExpressions;
using static PartyWork.Domain.AnnualReports.FindingLevel;

namespace PartyWork.Domain.AnnualReports;

/// <summary>体检: whether the figures of a report agree with one another, with their records and with the national rules, and whether a number typed by hand agrees with them.</summary>
public static partial class ReportCheck
{
    private static readonly (ReportRule Rule, string Key, string Name, Regex Typed)[] Doubled =
    [
        (ReportRule.SameRectification, "lagging_communities", "后进社区数", LaggingCommunities()),
        (ReportRule.SameRectification, "lagging_funds_10k", "整顿投入资金", LaggingFunds()),
        (ReportRule.SameRectification, "lagging_practical_things", "办理惠民实事数", PracticalThings()),
        (ReportRule.SameTalents, "returnee_founders", "海归创业人才数", Returnees()),
        (ReportRule.SameTalents, "phd_founders", "博士创业人才数", Doctors()),
        (ReportRule.SameTalents, "master_founders", "硕士创业人才数", Masters()),
        (ReportRule.SameTrained, "two_new_secretaries_trained", "培训两新党组织书记人数", TrainedSecretaries()),
    ];

    /// <summary>Stated number of each role beside the least that any listed community has.</summary>
    private static readonly (string Stated, string Least, string Role)[] Roles =
    [
        ("leaders_per_lagging_community", "least_leaders_per_lagging_community", "区级领导"),
        ("first_secretaries_per_community", "least_first_secretaries_per_community", "第一书记"),
        ("work_teams_per_community", "least_work_teams_per_community", "工作组"),
        ("support_units_per_community", "least_support_units_per_community", "结对区直单位"),
    ];

    private static readonly (string Key, string Meeting, string Rule)[] Frequencies =
    [
        ("plan_assembly_per_quarter", "党员大会", "每季至少1次"),
        ("plan_committee_per_month", "支委会", "每月至少1次"),
        ("plan_group_per_month_min", "党小组会", "每月至少1次"),
        ("plan_member_appraisal_per_year", "民主评议党员", "每年至少1次"),
        ("plan_leader_meeting_count", "民主生活会", "每年至少1次"),
    ];

    /// <summary>The figures that the checks compare, whether the text names them or not.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "demo_communities", "demo_communities_checked", "demo_communities_declared", "commitments_completed", "commitments_made", "two_new_orgs", "two_new_single", "two_new_joint_attached", "two_new_coverage_rate",
        "mid_year_committees_assessed", "year_end_committees_assessed", "committees_total", "decision_communities", "communities_total", "plan_group_per_month_max",
        .. Doubled.Select(d => d.Key), .. Roles.SelectMany(r => new[] { r.Stated, r.Least }), .. Frequencies.Select(f => f.Key),
    ];

    /// <summary>All checks of figures and of text.</summary>
    public static IReadOnlyList<ReportFinding> Run(IReadOnlyList<OutlineLine> lines, LintContext context) =>
        [.. Doubles(lines, context.Values), .. Figures(lines, context.Values), .. TextLint.Read(lines, context)];

    /// <summary>Bound figures cannot differ; a number typed by hand can differ from the figure, or from the one typed before it.</summary>
    private static IEnumerable<ReportFinding> Doubles(IReadOnlyList<OutlineLine> lines, IReadOnlyDictionary<string, ReportFigure> values)
    {
        foreach (var (rule, key, name, typed) in Doubled)
        {
            var known = values.TryGetValue(key, out var figure) && figure.Number is { } n ? n : (decimal?)null;
            decimal? before = null;
            foreach (var line in lines)
            {
                foreach (Match m in typed.Matches(ReportText.Words(line.Text)))
                {
                    var number = decimal.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture);
                    var isFloor = m.Value.Contains('余', StringComparison.Ordinal);
                    if ((known ?? before) is { } other && (isFloor ? number > other : number != other))
                    {
                        yield return new(isFloor && known is not null ? ReportRule.Floors : rule, Error, line.Place, $"“{name}”此处写作{m.Groups["n"].Value}{(isFloor ? "余" : "")}，{(known is null ? "前文写作" : "指标为")}{Print(other)}。", $"请改用指标“{name}”，两处由同一个数写入。");
                    }

                    before ??= number;
                }
            }
        }
    }

    private static IEnumerable<ReportFinding> Figures(IReadOnlyList<OutlineLine> lines, IReadOnlyDictionary<string, ReportFigure> values)
    {
        if (Both("demo_communities", "demo_communities_checked") is ({ } confirmed, { } checkedSites) && confirmed != checkedSites)
        {
            yield return new(ReportRule.CheckedSites, Warning, PlaceOf("demo_communities"), $"确定的社区党建示范点{Print(confirmed)}个，年中检查{Print(checkedSites)}个。", "请核对有无摘牌或漏查，写明差数原因。");
        }

        if (Both("demo_communities", "demo_communities_declared") is ({ } sites, { } declared) && sites > declared)
        {
            yield return new(ReportRule.ConfirmedWithinDeclared, Error, PlaceOf("demo_communities_declared", "demo_communities"), $"确定的社区党建示范点{Print(sites)}个，多于申报的{Print(declared)}个。", "请核对示范点申报记录，补登漏录的申报。");
        }

        if (Both("commitments_completed", "commitments_made") is ({ } kept, { } made) && kept > made)
        {
            yield return new(ReportRule.CompletedWithinMade, Error, PlaceOf("commitments_completed"), $"完成承诺事项{Print(kept)}项，多于承诺的{Print(made)}条。", "请核对承诺登记，补登未登记的承诺或更正完成确认。");
        }

        if (Of("two_new_orgs") is { } total && Both("two_new_single", "two_new_joint_attached") is ({ } single, { } joint) && single + joint != total)
        {
            yield return new(ReportRule.TwoNewAddsUp, Error, PlaceOf("two_new_orgs"), $"两新党组织{Print(total)}个，单独建立{Print(single)}个、联建挂靠{Print(joint)}个，合计{Print(single + joint)}个。", "请在党组织名录补登组建方式。");
        }

        foreach (var rate in values.Values.Where(v => v.Key.StartsWith("two_new_", StringComparison.Ordinal) && v is { Unit: "%", IsThere: true } or { Unit: "%", Denominator: 0 }).Where(v => v.Number > 100 || v.Denominator is 0))
        {
            yield return new(ReportRule.Coverage, Error, PlaceOf(rate.Key), rate.Denominator is 0 ? $"“{rate.Name}”的分母是0。" : $"“{rate.Name}”为{rate.Printed}%，超过100%。", "请核对正常运营的两新单位和覆盖登记。");
        }

        foreach (var (stated, least, role) in Roles)
        {
            if (Both(stated, least) is ({ } should, { } has) && has < should)
            {
                yield return new(ReportRule.FourInOne, Error, PlaceOf(stated), $"报告写每个后进社区配{role}{Print(should)}，实际最少的社区只有{Print(has)}。", "请补配力量并登记，或按实际改写方案数。");
            }
        }

        var (mid, end) = Both("mid_year_committees_assessed", "year_end_committees_assessed");
        if (Of("committees_total") is { } committees && (mid > committees || end > committees))
        {
            yield return new(ReportRule.CommitteesAssessed, Error, PlaceOf("mid_year_committees_assessed", "year_end_committees_assessed"), $"在册党（工）委{Print(committees)}个，年中考核{Print(mid)}个、年底考核{Print(end)}个。", "请核对本年考核的对象，剔除已撤并或重复的。");
        }
        else if (mid is not null && end is not null && mid != end)
        {
            yield return new(ReportRule.CommitteesAssessed, Warning, PlaceOf("year_end_committees_assessed", "mid_year_committees_assessed"), $"年中考核{Print(mid)}个党（工）委，年底考核{Print(end)}个，两次不同。", "年底考核还没有结束的，待结束后再核；已结束的，请写明差数原因，如年内新设、撤并。");
        }

        if (Both("decision_communities", "communities_total") is ({ } procedure, { } communities) && procedure > communities)
        {
            yield return new(ReportRule.DecisionCommunities, Error, PlaceOf("decision_communities"), $"推行民主决策机制的社区{Print(procedure)}个，多于社区总数{Print(communities)}个。", "请核对登记的社区是否重复或已撤并。");
        }

        foreach (var money in values.Values.Where(v => v.Unit.EndsWith("万元", StringComparison.Ordinal) && v.Number is not null && v.Computed is { } sum && sum != v.Number))
        {
            yield return new(ReportRule.Money, Error, PlaceOf(money.Key), $"“{money.Name}”印为{money.Printed}万元，经费记录合计{Print(money.Computed)}万元。", "请补登经费记录，或撤销改写的数。");
        }

        foreach (var line in lines)
        {
            foreach (var key in ReportText.Chips(line.Text).Where(k => values.TryGetValue(k, out var f) && f.Printed.EndsWith('余')).Distinct())
            {
                var figure = values[key];
                if (decimal.TryParse(figure.Printed[..^1], CultureInfo.InvariantCulture, out var floor) && (floor > figure.Number || AroundChip(key).IsMatch(line.Text)))
                {
                    yield return new(ReportRule.Floors, Error, line.Place, floor > figure.Number ? $"“{figure.Name}”印为{figure.Printed}，实数只有{Print(figure.Number)}。" : $"“{figure.Name}”已带“余”，前后又写了约数字样。", "约数由系统向下取整并写“余”，请删去手写的“余”“约”“近”。");
                }
            }
        }

        foreach (var (key, meeting, rule) in Frequencies)
        {
            if (Of(key) is < 1 and var planned)
            {
                yield return new(ReportRule.PlanFrequency, Error, PlaceOf(key), $"计划中{meeting}的次数为{Print(planned)}，宽于国家规定的{rule}。", "请在年度参数中改为不低于国家规定的次数。");
            }
        }

        if (Both("plan_group_per_month_min", "plan_group_per_month_max") is ({ } from, { } to) && from > to)
        {
            yield return new(ReportRule.PlanFrequency, Error, PlaceOf("plan_group_per_month_min"), $"党小组会每月最少{Print(from)}次，大于最多的{Print(to)}次。", "请在年度参数中改正。");
        }

        if (Of("plan_leader_meeting_count") is > 1 and var meetings)
        {
            yield return new(ReportRule.PlanFrequency, Warning, PlaceOf("plan_leader_meeting_count"), $"计划中民主生活会每年{Print(meetings)}次。", "现行规定一般每年1次，“每半年”是旧口径；上级另有要求的写明依据。");
        }

        decimal? Of(string key) => values.TryGetValue(key, out var figure) && figure.IsThere ? figure.Number : null;
        (decimal?, decimal?) Both(string one, string other) => (Of(one), Of(other));
        string PlaceOf(params string[] keys) => lines.FirstOrDefault(l => ReportText.Chips(l.Text).Intersect(keys).Any())?.Place ?? "";
    }

    private static string Print(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "未记录";

    private static Regex AroundChip(string key) => new($"(?:约|近|将近|超过)\\{{{key}\\}}|\\{{{key}\\}}(?:余|多)", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?<n>\d+)余?个[^，。；、\d]{0,4}(?:后进|软弱涣散)社区|(?:后进|软弱涣散)社区[^，。；、\d]{0,4}(?<n>\d+)余?个")]
    private static partial Regex LaggingCommunities();

    [GeneratedRegex(@"(?:整顿|后进社区|累计|共)[^。；\d]{0,10}投入[^，。；\d]{0,6}(?<n>\d+(?:\.\d+)?)余?万元|投入整顿[^，。；\d]{0,6}(?<n>\d+(?:\.\d+)?)余?万元")]
    private static partial Regex LaggingFunds();

    [GeneratedRegex(@"惠民(?:实事|好事)[^，。；\d]{0,3}(?<n>\d+)余?件")]
    private static partial Regex PracticalThings();

    [GeneratedRegex(@"海归[^，。；、\d]{0,6}(?<n>\d+)余?名")]
    private static partial Regex Returnees();

    [GeneratedRegex(@"博士[^，。；、\d]{0,6}(?<n>\d+)余?名")]
    private static partial Regex Doctors();

    [GeneratedRegex(@"硕士[^，。；、\d]{0,6}(?<n>\d+)余?名")]
    private static partial Regex Masters();

    [GeneratedRegex(@"(?:培训)?两新[^，。；、\d]{0,6}书记[^，。；、\d]{0,4}(?<n>\d+)余?名|(?<n>\d+)余?名两新[^，。；、\d]{0,6}书记")]
    private static partial Regex TrainedSecretaries();
}
