using System.Linq.Expressions;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>信访数据 as the petition office counts them by month.</summary>
internal static class PetitionMetrics
{
    private const string Cases = "petition.cases";

    public static readonly IReadOnlyList<Figure> All =
    [
        Of(Cases, "信访件次", "件次", "报告年度内各月登记的信访件次合计，由信访部门提供。", "", p => p.Cases, p => true),
        Of("petition.mass_events", "群体性上访起数", "起", "报告年度内各月登记的群体性上访合计，由信访部门提供；各月都登记为0的为0。", Cases, p => p.MassEvents, p => p.MassEvents > 0),
        Of("petition.repeat_or_skip", "重复越级访批次", "批次", "报告年度内各月登记的、认定为社区处置不当引发的重复访和越级访合计，由信访部门提供。", Cases, p => p.RepeatedOrSkipped, p => p.RepeatedOrSkipped > 0),
    ];

    private static Figure Of(string key, string name, string unit, string definition, string among, Expression<Func<PetitionCount, long>> number, Expression<Func<PetitionCount, bool>> which) => new(key, name, unit, definition)
    {
        Fold = FigureFold.Sum, Among = among, Sections = [AssessedOpinion],
        Facts = (db, p) => Rows(db, which).Where(r => r.On >= p.From && r.On <= p.Cutoff).Amounting(Registers.Registers.PetitionCounts, number),
    };
}
