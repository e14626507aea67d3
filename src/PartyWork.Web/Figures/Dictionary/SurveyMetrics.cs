using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>What those whom an organisation works for say of it: votes of closed surveys, never of one person.</summary>
internal static class SurveyMetrics
{
    private const string Counted = "报告年度内结束、应答率不低于60%且应答不少于10份的测评，多次测评合并计算；在线和纸质合计。没有这样的测评为未记录。", Unknown = "“不了解”不计入有效票，另列。";

    public static readonly IReadOnlyList<Figure> All =
    [
        Votes("survey.satisfied_votes", "满意票数", "本级居民满意度、职工和服务对象测评总体满意一题，非常满意、满意、基本满意的票数；" + Counted, SurveyMeasure.Satisfaction, good: true),
        Votes("survey.satisfaction_votes", "满意度有效票数", "本级居民满意度、职工和服务对象测评总体满意一题的票数，" + Unknown + Counted, SurveyMeasure.Satisfaction, good: false),
        Rate("survey.satisfaction_rate", "满意率", "满意票数÷满意度有效票数；" + Unknown, "survey.satisfied_votes", "survey.satisfaction_votes", "满意"),
        Votes("survey.approving_votes", "班子好评票数", "本级党员群众测评、职工测评对班子总体评价一题，好、较好的票数；" + Counted, SurveyMeasure.Approval, good: true),
        Votes("survey.approval_votes", "班子评价有效票数", "本级党员群众测评、职工测评对班子总体评价一题的票数，" + Unknown + Counted, SurveyMeasure.Approval, good: false),
        Rate("survey.team_approval_rate", "班子好评率", "班子好评票数÷班子评价有效票数；" + Unknown, "survey.approving_votes", "survey.approval_votes", "好评"),
        Votes("survey.aware_votes", "知晓票数", "本级居民满意度测评书记知晓一题，知道的票数；" + Counted, SurveyMeasure.Awareness, good: true),
        Votes("survey.awareness_votes", "知晓度有效票数", "本级居民满意度测评书记知晓一题的票数；" + Counted, SurveyMeasure.Awareness, good: false),
        Rate("survey.awareness_rate", "知晓率", "知晓票数÷知晓度有效票数。", "survey.aware_votes", "survey.awareness_votes", "知晓"),
    ];

    /// <summary>Those that rubrics read, by what the survey measures.</summary>
    public static readonly IReadOnlyDictionary<string, SurveyMeasure> Rates = new Dictionary<string, SurveyMeasure>
    {
        ["survey.satisfaction_rate"] = SurveyMeasure.Satisfaction, ["survey.team_approval_rate"] = SurveyMeasure.Approval, ["survey.awareness_rate"] = SurveyMeasure.Awareness,
    };

    private static Figure Votes(string key, string name, string definition, SurveyMeasure measure, bool good) => new(key, name, "票", definition)
    {
        Fold = FigureFold.Sum, IsOwn = true, Sections = [AssessedOpinion],
        Facts = (db, p) => db.SurveyRates.Where(r => r.Measure == measure && r.On >= p.From && r.On <= p.Cutoff)
            .Select(r => new Fact { OrganizationId = r.OrganizationId, RecordKind = RecordKinds.Survey, RecordId = r.SurveyId, Amount = good ? r.Numerator : r.Denominator, On = r.On, EnteredOn = null }),
    };

    private static Figure Rate(string key, string name, string definition, string part, string whole, string good) =>
        new(key, name, "%", definition) { Fold = FigureFold.Ratio, IsOwn = true, Numerator = part, Denominator = whole, WholeAs = "有效票", PartAs = good, Sections = [AssessedOpinion] };
}
