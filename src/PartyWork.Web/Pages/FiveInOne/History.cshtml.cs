using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>历年情况 of one organisation: what was promised and kept, how it was reported and graded, what was commented and what became of it.</summary>
public sealed class HistoryModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : FiveInOnePage(db, user, clock)
{
    /// <summary>The newest year first.</summary>
    public IReadOnlyList<PastYear> Years { get; private set; } = [];

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!Find(id, Today.Year))
        {
            return NotFound();
        }

        var pledges = await Db.Pledges.Where(p => p.OrganizationId == id && p.Sheet.Stage == PledgeStage.Published).GroupBy(p => p.Sheet.Year)
            .Select(g => new { Year = g.Key, Count = g.Count(), Kept = g.Count(p => p.Outcome == PledgeOutcome.Fulfilled) }).ToDictionaryAsync(g => g.Year);
        var debriefs = await Db.Debriefs.AsNoTracking().Include(d => d.Comments).AsSingleQuery().Where(d => d.OrganizationId == id).ToDictionaryAsync(d => d.Year);
        var became = await Db.Problems.Where(p => p.OrganizationId == id && p.DebriefCommentId != null)
            .Select(p => new CommentBecame(p.DebriefCommentId!.Value, p.Year, p.No, p.State, Db.Filings.Where(f => f.OrganizationId == id && f.Year == p.Year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).FirstOrDefault())).ToDictionaryAsync(p => p.CommentId);
        Years = [.. pledges.Keys.Union(debriefs.Keys).OrderDescending().Select(y => new PastYear(y, pledges.GetValueOrDefault(y)?.Count ?? 0, pledges.GetValueOrDefault(y)?.Kept ?? 0, debriefs.GetValueOrDefault(y),
            [.. (debriefs.GetValueOrDefault(y)?.Comments ?? []).OrderBy(c => c.No).Select(c => (c, became.GetValueOrDefault(c.Id)))]))];
        return Page();
    }

    /// <param name="Pledges">Published; <paramref name="Kept"/> of them were kept.</param>
    public sealed record PastYear(int Year, int Pledges, int Kept, Debrief? Debrief, IReadOnlyList<(DebriefComment Comment, CommentBecame? Became)> Comments);

    /// <summary>The problem that a comment became.</summary>
    /// <param name="ListsId">0 where the lists are gone.</param>
    public sealed record CommentBecame(int CommentId, int Year, int No, ProblemState State, int ListsId);
}
