using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Organizations;

namespace PartyWork.Web.Demo;

/// <summary>What changed in the demo district itself: a merger last year, a new name, two posts handed over, the department of 两新 and communities, and the communities' workers.</summary>
public sealed class DemoChanges(PartyWorkDb db, int year)
{
    private const string Merged = "QH05901", Successor = "QH05003", Renamed = "QH01007", Department = "QH15028";

    /// <summary>Before the two years are played: the community that was merged later, and what is as it is.</summary>
    public async Task BeginAsync()
    {
        var organizations = await db.Organizations.Where(o => o.Code == "QH05" || o.Code == Successor || o.Code == Renamed || o.Code == Department).Include(o => o.FormerNames).ToDictionaryAsync(o => o.Code);
        var old = new Organization(Merged, "槐树湾社区党支部", OrganizationLevel.Primary, OrganizationKind.Branch, OrganizationDomain.Community);
        old.Describe(27, "0-8357714", "云溪街道槐树湾社区", new DateOnly(year - 5, 4, 16), "");
        old.PlaceAt(organizations[Successor].SortNo + 1);
        old.AffiliateTo(organizations["QH05"], new DateOnly(year - 13, 6, 20), $"青组批〔{year - 13}〕18号");
        db.AddRange(
            new PostHolding(new Person("顾长河", "0-8357714"), old, PostKind.Secretary, "槐树湾社区党支部书记", new DateOnly(year - 5, 4, 16)),
            new PostHolding(new Person("温秀兰", "0-8357721"), old, PostKind.Officer, "槐树湾社区党支部党务干事", new DateOnly(year - 4, 9, 1)));

        var renamed = organizations[Renamed];
        var name = renamed.Name;
        renamed.Rename("新华路社区党支部");
        renamed.Rename(name, new DateOnly(year - 2, 5, 8), $"青组批〔{year - 2}〕11号");

        db.AddRange(new DomainCharge(OrganizationDomain.TwoNew, organizations[Department].Id), new DomainCharge(OrganizationDomain.Community, organizations[Department].Id));
        await db.SaveChangesAsync();
    }

    /// <summary>槐树湾社区 is merged into 和谐社区 on the last day of August; its two open tasks go on there.</summary>
    /// <returns>The organisation that owes nothing from then on.</returns>
    public static async Task<int> MergeAsync(PartyWorkDb db, DemoLists lists, int lastYear, Actor actor)
    {
        var on = new DateOnly(lastYear, 8, 31);
        var (ending, successor) = (await db.Organizations.Include(o => o.Affiliations).SingleAsync(o => o.Code == Merged), await db.Organizations.Include(o => o.Affiliations).SingleAsync(o => o.Code == Successor));
        var holders = await db.PostHoldings.Include(h => h.Person).Where(h => h.OrganizationId == ending.Id && h.To == null).ToListAsync();
        var (own, theirs) = (lists.Of(ending.Id), lists.Of(successor.Id));
        var facts = new ClosingFacts([], [], holders, [], [.. own.Tasks.Where(Takeover.IsOpen)], [.. own.Problems.Where(Takeover.IsOpen)]);
        var officer = holders.Single(h => h.Kind is PostKind.Officer);
        var moved = new Closing(ending, successor, successor, on, $"青组批〔{lastYear}〕26号").Run(facts, [], new Dictionary<int, PostKind> { [officer.Id] = PostKind.Member }, actor, OfficeTime.Utc(on, new(16, 20)));
        db.AddRange(moved.Select(m => m.New));
        var secretary = await db.PostHoldings.Include(h => h.Person).FirstAsync(h => h.OrganizationId == successor.Id && h.Kind == PostKind.Secretary && h.To == null);
        var (tasks, problems) = new Takeover(successor.Id, new Dictionary<int, int> { [lastYear] = theirs.Tasks.Max(t => t.No) }, new Dictionary<int, int> { [lastYear] = theirs.Problems.Max(p => p.No) }, [lastYear], ending.Affiliations[^1].ParentId == successor.Affiliations[^1].ParentId)
            .Run(facts.Tasks, facts.Problems, _ => new Responsible(secretary.Person.Name, secretary.Id));
        lists.Take(successor.Id, tasks, problems);
        db.AddRange(tasks);
        db.AddRange(problems);
        await db.SaveChangesAsync();
        return ending.Id;
    }

    /// <summary>At the end: one post handed over the other day, one that waits for its new holder, and the communities' workers.</summary>
    public async Task EndAsync(OrgTree tree, DateOnly today, Actor actor)
    {
        await HandOverAsync(tree, "QH01012", PostKind.Secretary, ("沈若兰", "0-8360125"), today.AddDays(-2), today, actor);
        await HandOverAsync(tree, "QH01008", PostKind.Officer, ("柳青禾", "0-8360417"), today.AddDays(4), today, actor);
        foreach (var (i, node) in tree.InOrder.Where(n => n is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary, ClosedOn: null }).Index().Where(n => n.Index % 7 != 5))
        {
            var count = new CommunityWorkers
            {
                OrganizationId = node.Id,
                On = today.AddDays(-12 - (i * 11 % 190)),
                Secretaries = 1,
                Deputies = 1 + (i * 5 % 3),
                Members = 2 + (i * 7 % 4),
                Workers = 4 + (i * 13 % 12),
                Assistants = 1 + (i * 3 % 5),
                SocialWorkers = i * 4 % 3,
                Seniors = i % 19 == 7 ? 1 : 0,
            };
            count.Check(today);
            db.Add(count);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A day that has come is confirmed by both, one that is to come by the one who leaves.</summary>
    private async Task HandOverAsync(OrgTree tree, string code, PostKind kind, (string Name, string Phone) incoming, DateOnly on, DateOnly today, Actor actor)
    {
        var outgoing = await db.PostHoldings.Include(h => h.Person).Include(h => h.Organization).FirstAsync(h => h.Organization.Code == code && h.Kind == kind && h.To == null);
        var person = new Person(incoming.Name, incoming.Phone);
        db.Add(person);
        await db.SaveChangesAsync();
        var begun = on < today ? on.AddDays(-3) : today.AddDays(-1);
        var handover = new Handover(outgoing, person, outgoing.Title, on, $"春晖街道党工委任免通知（{begun:M月d日}）", actor, begun);
        db.Add(handover);
        handover.Confirm(new Actor(outgoing.PersonId, outgoing.Person.Name, outgoing.Title), OfficeTime.Utc(begun.AddDays(1), new(10, 25)));
        await db.SaveChangesAsync();
        if (on < today)
        {
            handover.Confirm(new Actor(person.Id, person.Name, ""), OfficeTime.Utc(begun.AddDays(2), new(15, 40)));
            await HandoverBook.CompleteAsync(db, tree, handover, today);
        }
    }
}
