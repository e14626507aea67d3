using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>三级五岗: the year's five posts with their duties, who holds them, and which have been empty for too long.</summary>
public sealed class PostsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    public int Year { get; private set; }
    public OrgNode? Chosen { get; private set; }
    public IReadOnlyList<PostRow> Posts { get; private set; } = [];
    public IReadOnlyList<Vacancy> Vacancies { get; private set; } = [];
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);
    public bool MayWrite => user.May(Act.WritePlan);
    public DateOnly Today => clock.Today;

    [Needs(Act.ReadPlan)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var today = Today;
        Chosen = Committees.FirstOrDefault(c => c.Id == Committee) ?? user.Tree.Committee(user.Post!.OrganizationId) ?? Committees.FirstOrDefault();
        var posts = await db.ResponsibilityPosts.Where(p => p.Year == Year)
            .Select(p => new { p.Post, p.Name, p.Character, Duties = p.Duties.OrderBy(d => d.No).Select(d => new Duty(d.Content, d.Frequency)).ToList() }).ToListAsync();
        var (upper, own) = (user.Tree.District?.Id ?? 0, Chosen?.Id ?? 0);
        var below = user.Tree.Children(own).Where(c => c.ClosedOn is null && (user.Scope.Everything || user.Scope.Ids.Contains(c.Id))).Select(c => c.Id).ToArray();
        var holders = await db.PostHoldings.Where(h => h.From <= today && (h.To == null || h.To >= today)
                && ((h.OrganizationId == upper && h.Kind == PostKind.DistrictLeader) || (h.OrganizationId == own && h.Kind <= PostKind.Member) || (below.Contains(h.OrganizationId) && h.Kind == PostKind.Secretary)))
            .OrderBy(h => h.Id).Select(h => new Holder(h.OrganizationId, h.Kind, h.Person.Name, h.Title, h.From)).ToListAsync();
        Posts = [.. ResponsibilityPost.Five.Select(five =>
        {
            var (post, name, character) = five;
            var set = posts.SingleOrDefault(p => p.Post == post);
            int[] places = post is DutyPosts.DistrictLeader ? [upper] : post is DutyPosts.LowerSecretary ? below : [own];
            return new PostRow(post, set?.Name ?? name, set?.Character ?? character, set?.Duties ?? [], [.. holders.Where(h => places.Contains(h.OrganizationId) && h.Kind == ResponsibilityPost.KindOf(post))], places.Length);
        })];
        await LoadVacanciesAsync(today);
    }

    /// <summary>沿用上年 for the posts that the year has not yet.</summary>
    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostCopyAsync(int year)
    {
        var last = await db.ResponsibilityPosts.Include(p => p.Duties).Where(p => p.Year == year - 1 && !db.ResponsibilityPosts.Any(n => n.Year == year && n.Post == p.Post)).ToListAsync();
        Rule.Require(last.Count > 0, $"{year - 1}年没有可以沿用的岗位责任。");
        db.AddRange(last.Select(p => p.ForNextYear()));
        await db.SaveChangesAsync();
        Tell($"已沿用{year - 1}年的{last.Count}个岗位。");
        return Redirect($"/agreements/posts?year={year}");
    }

    /// <summary>Organisations within the scope without a secretary, and committees without a deputy: since when, where it is known.</summary>
    private async Task LoadVacanciesAsync(DateOnly today)
    {
        var organizations = db.Organizations.Where(o => o.ClosedOn == null && (o.Level == OrganizationLevel.Committee || o.Level == OrganizationLevel.Primary));
        var current = db.PostHoldings.Where(h => h.From <= today && (h.To == null || h.To >= today));
        var found = await organizations.Where(o => !current.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary))
            .Select(o => new { o.Id, Kind = PostKind.Secretary, Last = db.PostHoldings.Where(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary).Max(h => h.To) })
            .Concat(organizations.Where(o => o.Level == OrganizationLevel.Committee && !current.Any(h => h.OrganizationId == o.Id && h.Kind == PostKind.Deputy))
                .Select(o => new { o.Id, Kind = PostKind.Deputy, Last = db.PostHoldings.Where(h => h.OrganizationId == o.Id && h.Kind == PostKind.Deputy).Max(h => h.To) }))
            .ToListAsync();
        Vacancies = [.. found.Where(v => user.Tree.Find(v.Id) is not null && (user.Scope.Everything || user.Scope.Ids.Contains(v.Id)))
            .Select(v => new Vacancy(user.Tree[v.Id], v.Kind, v.Last is { } last && last < today ? last : null)).OrderBy(v => v.Node.SortNo).ThenBy(v => v.Kind)];
    }

    public sealed record Duty(string Content, string Frequency);

    public sealed record Holder(int OrganizationId, PostKind Kind, string Name, string Title, DateOnly From);

    /// <param name="Places">How many of this post there should be.</param>
    public sealed record PostRow(DutyPosts Post, string Name, string Character, IReadOnlyList<Duty> Duties, IReadOnlyList<Holder> Holders, int Places)
    {
        public int Empty => Post is DutyPosts.Member ? 0 : Math.Max(0, Places - Holders.Select(h => h.OrganizationId).Distinct().Count());
    }

    /// <param name="Since">Last day of the last holder; null where none was ever registered.</param>
    public sealed record Vacancy(OrgNode Node, PostKind Kind, DateOnly? Since)
    {
        public bool IsAlert(DateOnly today) => Since is { } since && ResponsibilityPost.IsLongVacant(since, today);
    }
}
