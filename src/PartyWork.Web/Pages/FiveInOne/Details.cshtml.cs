using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.FiveInOne;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>One organisation's year as a story: 承诺 → 述职 → 评议 → 考核 → 问责.</summary>
public sealed class DetailsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FiveInOnePage(db, user, clock)
{
    private ILookup<(int, string), StepFact> _facts = Array.Empty<StepFact>().ToLookup(f => (0, ""));

    public PledgeSheet? Pledges { get; private set; }
    public Debrief? Debrief { get; private set; }
    public bool ReadsMeasures => Web.Registers.Registers.Measures.MayRead(Current);
    public bool KeepsMeasures => Web.Registers.Registers.Measures.MayKeep(Current, Node.Id);

    public bool KeepsMembers => !Days.IsClosed && Web.Registers.Registers.MembersDebriefs.MayKeep(Current, Node.Id);
    public bool MaySurvey => May(Act.ManageSurveys);

    /// <summary>Where a paper can be attached by the organisation or whoever keeps the file; null where it cannot.</summary>
    public string? Attach => Debrief is { Stage: >= DebriefStage.Reported } d && Place.TakesPaper(Current, Node.Id) ? $"/evidence/attach/debrief/{d.Id}" : null;

    public IEnumerable<StepFact> Of(string step) => _facts[(Node.Id, step)];

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!Find(id, LookedAt))
        {
            return NotFound();
        }

        Pledges = await Db.PledgeSheets.AsNoTracking().Include(s => s.Pledges).AsSingleQuery().SingleOrDefaultAsync(s => s.OrganizationId == id && s.Year == Year);
        Debrief = await Db.Debriefs.AsNoTracking().Include(d => d.Comments).Include(d => d.Evidence.Where(u => u.OrganizationId == id)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(d => d.OrganizationId == id && d.Year == Year);
        _facts = await new StepFacts(Db, Current, Year).ReadAsync(id);
        var days = Of(StepFacts.Days).SingleOrDefault();
        Days = FiveInOneDays.Of(Year, days?.Amount, days?.More, (WorkYearState?)days?.State);
        return Page();
    }
}
