using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>What the pages of one round share: finding it, who reads and who runs it, and that of two who change it at once one is told.</summary>
public abstract class RoundPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Four random bytes are eight hexadecimal digits: short enough to be read out and written down.</summary>
    private const int SeedBytes = 4;

    /// <summary>Of the round: whatever is done below it is done to it.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>With its teams and their members; tracked.</summary>
    public Round Round { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public bool MayManage => user.May(Act.ManageRounds, Round.OrganizerId);
    public bool MayCheck => user.May(Act.CheckRounds, Round.OrganizerId);

    /// <summary>The district's own, not a committee's.</summary>
    public bool IsOfDistrict => Round.OrganizerId == user.Tree.District?.Id;
    public string Back => $"/assessments/rounds/{Round.Id}";
    public (string, string)[] Crumbs => [("考核", "/assessments"), (Round.Plan.Name, Back)];
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    public OrgNode Node(int id) => user.Tree[id];

    /// <summary>文明社区党总支（春晖街道）: several communities have one name.</summary>
    public string Named(int id) => user.Tree.Unmistakable(user.Tree[id]);

    protected static string NewSeed() => Convert.ToHexString(RandomNumberGenerator.GetBytes(SeedBytes));

    /// <summary>组织代码 of the organisations that are assessed; their sheets have been read.</summary>
    protected Dictionary<int, string> Codes() => Round.Sheets.Select(s => s.OrganizationId).Distinct().ToDictionary(o => o, o => Node(o).Code);

    /// <summary>What whoever changes the round on this page must be allowed.</summary>
    protected virtual Act Writes => Act.ManageRounds;

    /// <summary>Reads what the page shows besides the round.</summary>
    protected abstract Task ShowAsync();

    protected async Task<IActionResult> GetAsync(int id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!user.May(Act.ReadRounds, Round.OrganizerId))
        {
            return Refused;
        }

        Version = db.VersionOf(Round);
        await ShowAsync();
        return Page();
    }

    protected IActionResult Refused => StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>Does it to the round that was shown, tells what was done and goes on; a broken rule shows the page again with what was typed.</summary>
    /// <param name="act">Returns what to tell.</param>
    /// <param name="to">Where to go on within the round; empty for the round itself.</param>
    protected async Task<IActionResult> DoAsync(int id, Func<Task<string>> act, string to = "") => !await FindAsync(id) ? NotFound() : !user.May(Writes, Round.OrganizerId) ? Refused : await TryAsync(db, async () =>
    {
        db.Expect(Round, Version);
        db.Touch(Round);
        var told = await act();
        await db.SaveChangesAsync();
        Tell(told);
        return Redirect(Back + to);
    }, async () =>
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            ModelState.Remove(nameof(Version));
            Version = db.VersionOf(Round);
        }

        await ShowAsync();
        return Page();
    });

    protected async Task<bool> FindAsync(int id) =>
        (Round = (await db.Rounds.Include(r => r.Teams).ThenInclude(t => t.Members).AsSingleQuery().SingleOrDefaultAsync(r => r.Id == id))!) is not null;

    protected Task LoadSheetsAsync() => db.ScoreSheets.Where(s => s.RoundId == Round.Id).LoadAsync();

    protected Task LoadRecusalsAsync() => db.Set<Recusal>().Where(r => r.RoundId == Round.Id).LoadAsync();
}
