using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data;

/// <summary>示范点 read with all that their rules look at.</summary>
public static class SiteReading
{
    /// <summary>Tracked, with everything that its acts look at; one command.</summary>
    public static Task<DemonstrationSite?> FindSiteAsync(this PartyWorkDb db, int id) => db.DemonstrationSites
        .Include(s => s.Programme).Include(s => s.Objections).Include(s => s.Decisions).Include(s => s.Measures).ThenInclude(m => m.Task).ThenInclude(t => t.Progress).AsSingleQuery().SingleOrDefaultAsync(s => s.Id == id);

    /// <summary>Tracked, with sites, radiated organisations and matters; one command.</summary>
    public static Task<DemonstrationBelt?> FindBeltAsync(this PartyWorkDb db, int id) =>
        db.DemonstrationBelts.Include(b => b.Sites).Include(b => b.Radiated).Include(b => b.Matters).AsSingleQuery().SingleOrDefaultAsync(b => b.Id == id);

    /// <summary>在册的示范点 as far as the reader may see them, by number; one command.</summary>
    public static Task<Dictionary<int, LiveSite>> LiveSitesAsync(this PartyWorkDb db) => db.DemonstrationSites.Where(s => s.Stage >= SiteStage.Confirmed && s.Stage <= SiteStage.Warned)
        .Select(s => new LiveSite(s.Id, s.OrganizationId, s.Domain, s.Theme, db.Set<BeltSite>().Any(b => b.SiteId == s.Id && b.IsCurrent))).ToDictionaryAsync(s => s.Id);

    /// <summary>What the records say of an organisation that declares itself in a programme, and what its form takes from them; one command.</summary>
    /// <param name="domain">A site of another year in the same domain keeps it out.</param>
    public static async Task<DeclarantReading> DeclarantAsync(this PartyWorkDb db, SiteProgramme programme, int organizationId, int committeeId, SiteDomain domain, DateOnly day)
    {
        var (id, year, since) = (programme.Id, programme.Year, day.Year - SiteEligibility.VetoYears + 1);

        // Past the subtree filter, for the whole command: of its neighbours an organisation learns only how many its committee has recommended, and all else is its own.
        var recommended = db.DemonstrationSites.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter]).Where(s => s.ProgrammeId == id && s.CommitteeId == committeeId && s.EndorsedOn != null && s.OrganizationId != organizationId);
        var found = await db.Organizations.Where(o => o.Id == organizationId).AsSingleQuery().Select(o => new
        {
            o.MemberCount,
            Honors = db.Set<Honor>().Where(h => h.OrganizationId == o.Id && h.WithdrawnOn == null && h.Object == HonorObject.Collective).OrderByDescending(h => h.On).Select(h => new { h.Name, h.GrantedBy, h.On }).ToList(),
            CaseId = db.BeingPutRight(day).Where(c => c.OrganizationId == organizationId).Select(c => (int?)c.Id).FirstOrDefault(),
            VetoId = db.VetoReviews.Where(v => v.OrganizationId == organizationId && v.Stage == VetoStage.Confirmed && v.Year >= since).OrderByDescending(v => v.Year).Select(v => (int?)v.Id).FirstOrDefault(),
            Veto = db.VetoReviews.Where(v => v.OrganizationId == organizationId && v.Stage == VetoStage.Confirmed && v.Year >= since).OrderByDescending(v => v.Year).Select(v => (VetoGround?)v.Ground).FirstOrDefault(),
            Secretary = db.PostHoldings.Where(h => h.OrganizationId == organizationId && h.Kind == PostKind.Secretary && h.From <= day && (h.To == null || h.To >= day)).OrderBy(h => h.Id).Select(h => h.Person.Name).FirstOrDefault(),
            Star = db.Set<StarDeclaration>().Where(s => s.OrganizationId == organizationId && s.WithdrawnOn == null && s.ConfirmedOn <= day).OrderByDescending(s => s.ConfirmedOn).Select(s => s.Confirmed).FirstOrDefault(),
            LiveId = db.DemonstrationSites.Where(s => s.OrganizationId == organizationId && s.Domain == domain && s.Year != year && s.Stage >= SiteStage.Confirmed && s.Stage <= SiteStage.Warned).Select(s => (int?)s.Id).FirstOrDefault(),
            Live = db.DemonstrationSites.Where(s => s.OrganizationId == organizationId && s.Domain == domain && s.Year != year && s.Stage >= SiteStage.Confirmed && s.Stage <= SiteStage.Warned).Select(s => s.Theme).FirstOrDefault(),
            Recommended = recommended.Count(),
        }).SingleAsync();
        return new(
            new(found.Veto?.Text() ?? "", found.Secretary ?? "", found.Star, found.Live ?? "", found.Recommended) { CaseId = found.CaseId ?? 0, LiveId = found.LiveId ?? 0, VetoId = found.VetoId ?? 0 },
            new(found.Secretary ?? "", found.MemberCount, string.Join('；', found.Honors.Select(h => $"{h.Name}（{h.GrantedBy}，{h.On.Year}年）"))));
    }

    /// <summary>How many of a domain have been declared to the department in a programme, and confirmed.</summary>
    public static async Task<SiteSelection> SelectionAsync(this PartyWorkDb db, int programmeId, SiteDomain domain) =>
        await db.DemonstrationSites.Where(s => s.ProgrammeId == programmeId && s.Domain == domain).GroupBy(s => s.Domain)
            .Select(g => new SiteSelection(g.Count(s => s.EndorsedOn != null), g.Count(s => s.ConfirmedOn != null))).SingleOrDefaultAsync() ?? new(0, 0);

    /// <summary>What else is told of a site: its belt, the checks of its organisation since it was confirmed as far as the reader may see them, the lists its measures stand in; one command.</summary>
    public static Task<SiteStanding> StandingAsync(this PartyWorkDb db, int siteId)
    {
        var belts = db.DemonstrationBelts.Where(b => b.Sites.Any(x => x.SiteId == siteId && x.IsCurrent));
        return db.DemonstrationSites.Where(s => s.Id == siteId).AsSingleQuery().Select(s => new SiteStanding(
            belts.Select(b => (int?)b.Id).FirstOrDefault(), belts.Select(b => b.Name).FirstOrDefault(), belts.Select(b => (DateOnly?)b.PlannedOn).FirstOrDefault(), belts.SelectMany(b => b.Radiated).Count(r => r.SiteId == siteId),
            db.ScoreSheets.Where(x => x.OrganizationId == s.OrganizationId && x.Stage >= SheetStage.Feedback && x.VisitedOn >= s.ConfirmedOn).OrderBy(x => x.VisitedOn).ThenBy(x => x.Id)
                .Select(x => new SiteCheck(x.Id, x.Round.Year, x.Round.Phase, x.Round.Plan.Name, x.VisitedOn, x.FinalTotal ?? x.TeamTotal)).ToList(),
            db.Filings.Where(f => f.OrganizationId == s.OrganizationId && f.Kind == FilingKind.ThreeLists).OrderBy(f => f.Year).Select(f => new ListsOf(f.Id, f.Year, f.FirstSubmittedAt)).ToList(),
            db.Filings.Where(f => f.Id == s.FilingId).Select(f => f.Stage).First())).SingleAsync();
    }
}

/// <summary>What stands around a site.</summary>
/// <param name="BeltSince">Since when its belt has been planned.</param>
/// <param name="Radiated">Organisations that it helps along in its belt.</param>
/// <param name="Filing">Where its declaration stands.</param>
public sealed record SiteStanding(int? BeltId, string? Belt, DateOnly? BeltSince, int Radiated, List<SiteCheck> Checks, List<ListsOf> Lists, FilingStage Filing)
{
    /// <summary>得分 by a check: at mid-year the plan is judged by what was due by then, and a belt that came later does not count, so that a decision's score stays what it was. Null where the year has no scheme.</summary>
    public SiteScore? ScoreOf(GradingScheme? scheme, SiteCheck check, IEnumerable<SiteMeasure> measures) => scheme is null ? null : SiteScore.Of(scheme, check.Total,
        DemonstrationSite.Completion(measures.Select(m => m.Task).Where(t => t.Year == check.Year && (check.Phase is AssessmentPhase.End || t.EffectiveDue <= check.VisitedOn || t.State is TaskState.Done)).Select(t => t.State)), BeltSince <= check.VisitedOn ? Radiated : null);

    public SiteCheck? Last => Checks.LastOrDefault();
}

/// <summary>What is asked of an organisation before it is recommended, and what its form says of it without anybody typing it.</summary>
public sealed record DeclarantReading(SiteFacts Facts, DeclarantFacts Declarant);

public sealed record LiveSite(int Id, int OrganizationId, SiteDomain Domain, string Theme, bool IsInBelt);

/// <summary>考核 of the site's organisation.</summary>
/// <param name="Total">百分制, hundredths.</param>
public sealed record SiteCheck(int SheetId, int Year, AssessmentPhase Phase, string Round, DateOnly? VisitedOn, int? Total);

/// <summary>The three lists of one year, by the number of their address.</summary>
public sealed record ListsOf(int Id, int Year, DateTime? FirstSubmittedAt);
