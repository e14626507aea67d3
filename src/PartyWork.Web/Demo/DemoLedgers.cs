using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Ledger;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Ledger;

namespace PartyWork.Web.Demo;

/// <summary>What some secretaries wrote in their books themselves; the rest of a book is told by the other records.</summary>
public sealed class DemoLedgers(PartyWorkDb db, OrgTree tree, DemoContent content, int year, DateOnly today)
{
    private static readonly string[] SentLastYear = ["QH01", "QH01001", "QH02"], SentThisYear = ["QH02"];

    public async Task WriteAsync(IReadOnlyDictionary<(int, PostKind), PostHolding> holders)
    {
        var closed = today.Year > year;
        var rows = content.Ledger(closed).ToLookup(r => r.Organization);
        var sent = new List<(SecretaryLedger Ledger, LedgerSubject Of)>();
        foreach (var node in tree.InOrder.Where(n => rows.Contains(n.Code)))
        {
            if (!holders.TryGetValue((node.Id, PostKind.Secretary), out var holding))
            {
                continue;
            }

            var ledger = new SecretaryLedger(holding, year);
            foreach (var row in rows[node.Code])
            {
                var on = DateOnly.ParseExact($"{year}-{row.On}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (on.AddDays(row.Delay) <= today && on >= holding.From)
                {
                    ledger.Write(row.Section, on, row.Text, on.AddDays(row.Delay), WorkYearState.Running);
                }
            }

            db.Add(ledger);
            if ((closed ? SentLastYear : SentThisYear).Contains(node.Code))
            {
                sent.Add((ledger, new(holding.Id, holding.PersonId, holding.Person.Name, node.Id, Later(holding.From, new(year, 1, 1)), new(year, 12, 31))));
            }
        }

        await db.SaveChangesAsync();
        var on16 = OfficeTime.Utc(new DateOnly(year, 12, 16), new TimeOnly(16, 5));
        foreach (var (ledger, of) in sent.Where(_ => today >= new DateOnly(year, 12, 16)))
        {
            var (told, _) = await new LedgerSources(db, tree, of).ReadAsync();
            var own = ledger.Entries.Select(e => new LedgerLine(e.Section, e.On, e.Text, "", true, e.IsLate));
            var actor = new Actor(of.PersonId, ledger.Holding.Person.Name, ledger.Holding.Title);
            ledger.Submit(actor, [.. told.Concat(own).OrderBy(l => l.On)], on16, SecretaryLedger.OpensOn(year, null), WorkYearState.Running);
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
