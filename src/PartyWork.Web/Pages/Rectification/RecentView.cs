using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Rectification;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Rectification;

/// <summary>What the page of a case shows of its latest records: the last visits, and the opinions that wait longest; one command.</summary>
public sealed record RecentView(List<RecentView.Visit> Visits, List<RecentView.Opinion> Opinions)
{
    public const int Shown = 5;

    public static Task<RecentView> ReadAsync(PartyWorkDb db, int id) => db.RectificationCases.Where(c => c.Id == id).AsSingleQuery().Select(c => new RecentView(
        db.CaseVisits.Where(v => v.CaseId == c.Id && v.WithdrawnOn == null).OrderByDescending(v => v.On).ThenByDescending(v => v.Id).Take(Shown).Select(v => new Visit(v.Id, v.On, v.Visitor, v.Building, v.Households)).ToList(),
        db.ResidentOpinions.Where(o => o.CaseId == c.Id && o.State != OpinionState.Merged && o.State != OpinionState.Closed && o.State != OpinionState.Explained)
            .OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.No).Take(Shown).Select(o => new Opinion(o.No, o.Content, o.State, o.DueOn)).ToList())).SingleAsync();

    public sealed record Visit(int Id, DateOnly On, string Visitor, string Building, int Households);

    public sealed record Opinion(int No, string Content, OpinionState State, DateOnly? DueOn)
    {
        public bool IsOverdue(DateOnly today) => ResidentOpinion.IsOverdue(State, DueOn, today);
    }
}
