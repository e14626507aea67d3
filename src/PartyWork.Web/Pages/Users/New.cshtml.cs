using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Users;

/// <summary>An account for a person who holds a post and has none: search, choose, open.</summary>
public sealed class NewModel(PartyWorkDb db, UserManager<User> users, CurrentUser current, OneTimeCodes codes, AccountRules rules, BusinessClock clock, TimeProvider time) : WorkPage
{
    public const int MostFound = 20, ShortestName = 3;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? PersonId { get; set; }

    [BindProperty, Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(30, MinimumLength = 3, ErrorMessage = "账号为3至30位。"), RegularExpression("[A-Za-z0-9.-]+", ErrorMessage = "账号只能由字母、数字、点、横线组成。")]
    public string UserName { get; set; } = "";

    public Candidate? Person { get; private set; }
    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    /// <summary>Shown in the answer to the opening and nowhere else.</summary>
    public Slip? Opened { get; private set; }

    [Needs(Act.ManageAccounts)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (PersonId is { } id)
        {
            Person = await Candidates(p => p.Where(x => x.Id == id)).SingleOrDefaultAsync();
            UserName = Person is null ? "" : await ProposeAsync(Person);
            return Person is null ? NotFound() : Page();
        }

        if (!string.IsNullOrWhiteSpace(Words))
        {
            var words = Words.Trim();
            Found = await Candidates(p => p.Where(x => x.Name.Contains(words))).ToListAsync();
        }

        return Page();
    }

    [Needs(Act.ManageAccounts)]
    public async Task<IActionResult> OnPostAsync()
    {
        Person = await Candidates(p => p.Where(x => x.Id == PersonId)).SingleOrDefaultAsync();
        if (Person is null)
        {
            return NotFound(); // somebody opened it meanwhile, or the post has ended
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            db.Lease.Why = "开立账号";
            var user = new User { UserName = UserName.Trim().ToLowerInvariant(), PersonId = Person.Id, LockoutEnabled = true };
            var slip = Accounts.Issue(user, Person.Name, Person.Posts[0], current.Tree, codes, time.GetUtcNow().UtcDateTime.AddDays(rules.CodeDays));
            Accounts.Require(await users.CreateAsync(user));
            Opened = slip; // a refused name shows the form again, and no slip
            return Page();
        }, () => Task.FromResult<IActionResult>(Page()));
    }

    private IQueryable<Candidate> Candidates(Func<IQueryable<Person>, IQueryable<Person>> narrow)
    {
        var today = clock.Today;
        return narrow(db.Persons.AsNoTracking())
            .Where(p => p.Holdings.Any(h => h.From <= today && (h.To == null || h.To >= today)) && !db.Users.Any(u => u.PersonId == p.Id))
            .OrderBy(p => p.Id).Take(MostFound)
            .Select(p => new Candidate(p.Id, p.Name, p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.Kind).Select(h => new PostView(h.OrganizationId, h.Title)).ToList()));
    }

    private async Task<string> ProposeAsync(Candidate person) =>
        (await AccountNames.ReadAsync(db)).Next(current.Tree.Find(person.Posts[0].OrganizationId)?.ShortName ?? "", person.Name);

    public sealed record Candidate(int Id, string Name, List<PostView> Posts);
}
