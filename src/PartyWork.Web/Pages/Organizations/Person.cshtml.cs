using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>更正: a post-holder's name or phone. Who holds posts in several committees is corrected by the district.</summary>
public sealed class PersonModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    [BindProperty, Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名不超过50字。")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "电话"), Required(ErrorMessage = "请填写电话。"), RegularExpression(PostsModel.PhonePattern, ErrorMessage = PostsModel.PhoneError)]
    public string Phone { get; set; } = "";

    [BindProperty, Display(Name = "更正原因"), Required(ErrorMessage = "请填写更正原因。"), StringLength(200, ErrorMessage = "更正原因不超过200字。")]
    public string Reason { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public OrgNode Node { get; private set; } = null!;
    public IReadOnlyList<string> Titles { get; private set; } = [];

    [Needs(Act.CorrectPeople)]
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        if (!user.May(Act.CorrectPeople, Node.Id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (Name, Phone, Version) = (person.Name, person.Phone, db.VersionOf(person));
        return Page();
    }

    [Needs(Act.CorrectPeople)]
    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is not { } person)
        {
            return NotFound();
        }

        if (!user.May(Act.CorrectPeople, Node.Id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            var (name, phone) = (Name.Trim(), Phone.Trim());
            var elsewhere = person.Holdings.FirstOrDefault(h => h.To is null && !user.May(Act.CorrectPeople, h.OrganizationId));
            Rule.Require(elsewhere is null, $"{person.Name}还任{elsewhere?.Title}，请由区委组织部更正。");
            Rule.Require(!await db.Persons.AnyAsync(p => p.Id != person.Id && p.Name == name && p.Phone == phone), $"已另有{name}（{phone}）登记在册，姓名和电话相同的视为同一人，请核对。");
            person.Correct(name, phone);
            db.Expect(person, Version);
            db.Lease.Why = Reason.Trim();
            await db.SaveChangesAsync();
            Tell($"{name}的姓名和电话已更正。");
            return Redirect($"/organizations/{Node.Id}");
        }, async () =>
        {
            var stored = await FindAsync(id);
            if (IsOutdated)
            {
                ModelState.Remove(nameof(Version));
                Version = db.VersionOf(stored!);
            }

            return Page();
        });
    }

    /// <summary>Whoever holds the post today, with all posts; null when the reader does not see the organisation.</summary>
    private async Task<Person?> FindAsync(int id)
    {
        var today = clock.Today;
        var found = await db.PostHoldings.Include(h => h.Person).ThenInclude(p => p.Holdings).AsSingleQuery()
            .SingleOrDefaultAsync(h => h.Id == id && PostsModel.Appointable.Contains(h.Kind) && (h.To == null || h.To >= today));
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node || !(user.Scope.Everything || user.Scope.Ids.Contains(node.Id)))
        {
            return null;
        }

        (Node, Titles) = (node, [.. found.Person.Holdings.Where(h => h.To is null || h.To >= today).OrderBy(h => h.Kind).Select(h => h.Title)]);
        return found.Person;
    }
}
