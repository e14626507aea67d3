using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>Classes and who was trained in them.</summary>
internal static class TrainingFigures
{
    private const string Trained = "报告年度内开班、出勤学时达到总学时80%的学员，同类班次同一人只计一次。按截止日前结束的班次计。";

    public static readonly IReadOnlyList<Figure> All =
    [
        new("training_month", "书记培训班月份", "月", "社区党组织书记和两新党组织书记培训班的开班月份；不同月的都列出。")
        {
            Fold = FigureFold.Text, Sections = [Training],
            Facts = (db, p) => Months(db, p, c => c.Audience == TrainingAudience.CommunityCadres || c.Audience == TrainingAudience.TwoNewSecretaries),
        },
        Persons("community_cadres_trained", "培训社区书记、专职副书记、党务干事人数", "对象为社区书记、专职副书记、党务干事的培训班中，" + Trained, TrainingAudience.CommunityCadres, Training),
        Persons("two_new_secretaries_trained", "培训两新党组织书记人数", "对象为两新党组织书记的培训班中，" + Trained, TrainingAudience.TwoNewSecretaries, Training, Demonstration),
        new("elite_class_month", "优秀人才培训班月份", "月", "对象为优秀人才的培训班的开班月份。") { Fold = FigureFold.Text, Sections = [TalentSupport], Facts = (db, p) => Months(db, p, c => c.Audience == TrainingAudience.Talents) },
        Persons("elite_class_trainees", "优秀人才培训班参训人数", "对象为优秀人才的培训班中，" + Trained, TrainingAudience.Talents, TalentSupport),
        Named("elite_class_venue", "优秀人才培训班地点", "对象为优秀人才的培训班的举办地点。", (db, p) => Classes(db, p).Where(c => c.Audience == TrainingAudience.Talents && c.Venue != "")
            .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Venue, On = c.On, EnteredOn = c.EnteredOn })),
        Named("elite_class_session_no", "优秀人才培训班期次", "对象为优秀人才的培训班的期次，如“第二十期”。", (db, p) => Classes(db, p).Where(c => c.Audience == TrainingAudience.Talents && c.Session != "")
            .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Key, RecordId = c.Id, Amount = 1, DistinctKey = c.Session, On = c.On, EnteredOn = c.EnteredOn })),
    ];

    private static string Key => Registers.Registers.TrainingClasses.Key;

    private static Figure Persons(string key, string name, string definition, TrainingAudience audience, params FigureSection[] sections) => new(key, name, "名", definition)
    {
        Fold = FigureFold.Distinct, Sections = sections,
        Facts = (db, p) => Classes(db, p).Where(c => c.Audience == audience && c.LastDay <= p.Cutoff).SelectMany(c => c.Trainees, (c, t) => new { Class = c, Trainee = t })
            .Where(x => x.Trainee.HoursPresent * 100 >= x.Class.Hours * TrainingClass.EnoughPercent)
            .Select(x => new Fact { OrganizationId = x.Class.OrganizationId, RecordKind = Key, RecordId = x.Class.Id, Amount = 1, DistinctKey = x.Trainee.Name + "/" + x.Trainee.Unit, On = x.Class.On, EnteredOn = x.Class.EnteredOn }),
    };

    private static Figure Named(string key, string name, string definition, Func<PartyWorkDb, Period, IQueryable<Fact>> facts) => new(key, name, "", definition) { Fold = FigureFold.Text, Sections = [TalentSupport], Facts = facts };

    private static IQueryable<TrainingClass> Classes(PartyWorkDb db, Period p) => Rows<TrainingClass>(db).Where(c => c.On >= p.From && c.On <= p.Cutoff);

    /// <summary>The months in which classes began, the earliest first.</summary>
    private static IQueryable<Fact> Months(PartyWorkDb db, Period p, System.Linq.Expressions.Expression<Func<TrainingClass, bool>> which) => Classes(db, p).Where(which)
        .Select(c => new Fact { OrganizationId = c.OrganizationId, RecordKind = Key, RecordId = c.Id, Amount = 12 - c.On.Month, DistinctKey = c.On.Month + "", On = c.On, EnteredOn = c.EnteredOn });
}
