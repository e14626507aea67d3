using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>What the pages of one organisation's lists share: the filing, who may write, and who can lead.</summary>
public abstract class ListsPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    protected DateTime Now => clock.Now;
    public Head Lists { get; private set; } = null!;

    /// <summary>Whether this line can be changed now by this post.</summary>
    public bool CanEdit(string key) => user.May(Act.FillLists, Lists.OrganizationId) && Lists.WhyLocked(Today) is null
        && (Lists.Stage is not FilingStage.Returned || Lists.Returned.ContainsKey(key));

    protected async Task<bool> FindAsync(int id)
    {
        var head = await db.Filings.Where(f => f.Id == id && f.Kind == FilingKind.ThreeLists).Select(f => new Head
        {
            Id = f.Id,
            OrganizationId = f.OrganizationId,
            Year = f.Year,
            Stage = f.Stage,
            Opens = f.Window.Opens,
            Due = f.ExtendedTo ?? f.Window.Due,
            Locks = f.Window.Locks,
            UnlockedUntil = f.UnlockedUntil,
            PreparedAt = f.PreparedAt,
            FirstSubmittedAt = f.FirstSubmittedAt,
            SignaturePending = f.SignaturePending,
            ReturnDueOn = f.ReturnDueOn,
            Version = EF.Property<int>(f, PartyWorkDb.Version),
            ReturnedRows = f.Rows.Where(r => r.ReturnReason != null).Select(r => new ReturnedRow(r.Key, r.ReturnReason!)).ToList(),
        }).SingleOrDefaultAsync();
        if (head is null || user.Tree.Find(head.OrganizationId) is not { } node)
        {
            return false;
        }

        head.Node = node;
        Lists = head;
        return true;
    }

    /// <summary>Filing and lists as the domain wants them, for acts.</summary>
    protected async Task<(Filing Filing, Domain.ThreeLists.ThreeLists Lists)> LoadAsync()
    {
        var filing = await db.Filings.Include(f => f.Window).Include(f => f.Rows).Include(f => f.Acts).Include(f => f.Versions).AsSplitQuery().SingleAsync(f => f.Id == Lists.Id);
        return (filing, await LoadListsAsync());
    }

    protected async Task<Domain.ThreeLists.ThreeLists> LoadListsAsync() => new(Lists.Year,
        await db.Problems.Include(p => p.Tasks).Where(p => p.OrganizationId == Lists.OrganizationId && p.Year == Lists.Year).OrderBy(p => p.No).ToListAsync(),
        await db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year).OrderBy(t => t.No).ToListAsync(),
        await db.DutyItems.Include(d => d.Tasks).Where(d => d.OrganizationId == Lists.OrganizationId && d.Year == Lists.Year).OrderBy(d => d.No).ToListAsync());

    /// <summary>What the link checks ask for: the scheme's posts, and the 条款号 of the agreement once it is effective.</summary>
    protected async Task<(DutyPosts Posts, IReadOnlyList<int> Clauses)> CheckedAgainstAsync()
    {
        var clauses = db.ClausesInForce(Lists.OrganizationId, Lists.Year);
        var found = await (from y in db.WorkYears.Where(y => y.Year == Lists.Year) from c in clauses.DefaultIfEmpty() select new { y.Scheme, No = c == null ? 0 : c.No }).ToListAsync();
        return (found[0].Scheme.PostsOf(Lists.Node.Level), [.. found.Select(f => f.No).Where(no => no > 0).Order()]);
    }

    /// <summary>Post-holders of the organisation and of those directly below: who can answer for a line.</summary>
    protected async Task<IReadOnlyList<Holder>> HoldersAsync()
    {
        var ids = user.Tree.Children(Lists.OrganizationId).Select(c => c.Id).Prepend(Lists.OrganizationId).ToArray();
        var holders = await db.PostHoldings.Where(h => ids.Contains(h.OrganizationId) && h.To == null && h.Kind <= PostKind.FirstSecretary)
            .Select(h => new Holder(h.Id, h.Person.Name, h.Title, h.OrganizationId, h.Kind)).ToListAsync();
        return [.. holders.OrderBy(h => h.OrganizationId == Lists.OrganizationId ? 0 : 1).ThenBy(h => user.Tree[h.OrganizationId].SortNo).ThenBy(h => h.Kind)];
    }

    /// <summary>The chosen post-holder, else the name as it stood.</summary>
    protected static Responsible Choose(int? holdingId, IReadOnlyList<Holder> holders, string typed) =>
        holders.FirstOrDefault(h => h.Id == holdingId) is { } holder ? new Responsible(holder.Name, holder.Id) : new Responsible(typed, null);

    protected static int? Number(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var number = Quantity.Parse(text);
        Rule.Require(number is not null, $"“{field}”填写的“{text}”无法识别，应为0或正数，最多两位小数。");
        return number!.Value.Hundredths;
    }

    public sealed record Holder(int Id, string Name, string Title, int OrganizationId, PostKind Kind);

    public sealed record ReturnedRow(string Key, string Reason);

    public sealed class Head
    {
        public int Id { get; init; }
        public int OrganizationId { get; init; }
        public int Year { get; init; }
        public FilingStage Stage { get; init; }
        public DateOnly Opens { get; init; }
        public DateOnly Due { get; init; }
        public DateOnly Locks { get; init; }
        public DateOnly? UnlockedUntil { get; init; }
        public DateTime? PreparedAt { get; init; }
        public DateTime? FirstSubmittedAt { get; init; }
        public bool SignaturePending { get; init; }
        public DateOnly? ReturnDueOn { get; init; }
        public int Version { get; init; }
        public IReadOnlyList<ReturnedRow> ReturnedRows { get; init; } = [];
        public OrgNode Node { get; set; } = null!;

        public IReadOnlyDictionary<string, string> Returned => ReturnedRows.ToDictionary(r => r.Key, r => r.Reason);
        public string Title => $"{Node.NameOn(Due)}{Year}年三张清单";
        public bool IsFiled => Stage is FilingStage.Accepted;

        public FilingStatus Status(DateOnly today) => Filing.StatusOf(Stage, Opens, Due, Locks, UnlockedUntil, today);

        public string? WhyLocked(DateOnly today) => Filing.WhyLockedFor(Status(today), Opens, Due, Locks);
    }
}
