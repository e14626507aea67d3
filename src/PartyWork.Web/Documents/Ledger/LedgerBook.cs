using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Documents.Ledger;

/// <summary>One secretary's year as a book: who it is about, the own entries, and what other records tell. Two SQL commands.</summary>
public sealed record LedgerBook(LedgerBook.Head Of, int Year, IReadOnlyList<LedgerLine> Lines, LedgerState State, OrgNode Node)
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    /// <summary>The first day on which it is submitted.</summary>
    public DateOnly OpensOn => SecretaryLedger.OpensOn(Year, Of.LedgerDay);

    public string Title => $"{Of.Name}同志{Year}年抓党建工作台账";

    public static string Heading(LedgerSection section) => $"{Numerals[(int)section - 1]}、{section.Text()}";

    /// <summary>In the order of the book; within a section by day.</summary>
    public static IEnumerable<(LedgerSection Section, IReadOnlyList<LedgerLine> Lines)> Sections(IEnumerable<LedgerLine> lines)
    {
        var bySection = lines.ToLookup(l => l.Section);
        return Enum.GetValues<LedgerSection>().Where(s => s is not LedgerSection.Basics).Select(s => (s, (IReadOnlyList<LedgerLine>)[.. bySection[s]]));
    }

    /// <returns>Null when there is no such secretary in that year, or none that the reader may see.</returns>
    public static async Task<LedgerBook?> ReadAsync(PartyWorkDb db, CurrentUser user, int holdingId, int year)
    {
        var head = await db.PostHoldings.Where(h => h.Id == holdingId && h.Kind == PostKind.Secretary).AsSingleQuery().Select(h => new Head(
            h.Id, h.PersonId, h.OrganizationId, h.Person.Name, h.Title, h.From, h.To, h.Organization.MemberCount,
            db.WorkYears.Where(y => y.Year == year).Select(y => (WorkYearState?)y.State).FirstOrDefault(),
            db.WorkYears.Where(y => y.Year == year).Select(y => (int?)y.Scheme.LedgerDay).FirstOrDefault(),
            db.SecretaryLedgers.Where(l => l.HoldingId == h.Id && l.Year == year).SelectMany(l => l.Entries).OrderBy(e => e.On).ThenBy(e => e.Id)
                .Select(e => new Entry(e.Id, e.Section, e.On, e.Text, e.IsLate, e.IsSubmitted)).ToList(),
            db.SecretaryLedgers.Where(l => l.HoldingId == h.Id && l.Year == year).SelectMany(l => l.Versions).OrderBy(v => v.No).Select(v => new Sent(v.No, v.At, v.By)).ToList(),
            db.SecretaryLedgers.Where(l => l.HoldingId == h.Id && l.Year == year).Select(l => (int?)EF.Property<int>(l, PartyWorkDb.Version)).FirstOrDefault())).SingleOrDefaultAsync();
        if (head is null || !(user.Scope.Everything || user.Scope.Ids.Contains(head.OrganizationId)) || user.Tree.Find(head.OrganizationId) is not { } node
            || head.From.Year > year || (head.To?.Year ?? year) < year)
        {
            return null;
        }

        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var subject = new LedgerSubject(head.HoldingId, head.PersonId, head.Name, head.OrganizationId, head.From > first ? head.From : first, head.To is { } to && to < last ? to : last);
        var (told, isOpened) = await new LedgerSources(db, user.Tree, subject).ReadAsync();
        var lines = told.Concat(head.Entries.Select(e => new LedgerLine(e.Section, e.On, e.Text, "", true, e.IsLate))).OrderBy(l => l.On).ToList();
        return new(head, year, lines, SecretaryLedger.StateOf(isOpened || head.Entries.Count > 0, head.Versions.Count > 0, head.YearState), node);
    }

    /// <param name="Version">Of the stored ledger; null while there is none.</param>
    public sealed record Head(
        int HoldingId, int PersonId, int OrganizationId, string Name, string Title, DateOnly From, DateOnly? To, int Members, WorkYearState? YearState, int? LedgerDay,
        List<Entry> Entries, List<Sent> Versions, int? Version);

    public sealed record Entry(int Id, LedgerSection Section, DateOnly On, string Text, bool IsLate, bool IsSubmitted);

    public sealed record Sent(int No, DateTime At, string By);
}
