using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>What the pages of one organisation's year share: whose it is, and doing one act as of the version that was shown.</summary>
public abstract class FiveInOnePage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>Of the form that was shown; of now only once its user has been told that somebody else was first.</summary>
    [BindProperty]
    public int Version { get; set; }

    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;
    public DateOnly Today => clock.Today;

    /// <summary>The year that is looked at, where the address does not say it.</summary>
    protected int LookedAt => ChosenYear(clock);
    public OrgNode Node { get; private set; } = null!;
    public int Year { get; private set; }
    public string Home => $"/five-in-one/{Node.Id}?year={Year}";
    public string Superior => user.Tree.Parent(Node.Id)?.ShortName ?? "上级党组织";
    public (string, string)[] Crumbs => [("五位一体", $"/five-in-one?year={Year}"), ($"{Node.ShortName}{Year}年", Home)];

    /// <summary>The district's days of the year; read with what the page shows.</summary>
    public FiveInOneDays Days { get; protected set; } = new(default, default, null);

    /// <summary>Nothing is offered in an archived year.</summary>
    public bool May(Act act) => !Days.IsClosed && user.May(act, Node.Id);

    public string At(string page) => $"/five-in-one/{Node.Id}/{Year}/{page}";

    /// <summary>Committees and primary organisations promise and report; branches do not.</summary>
    public static bool Takes(OrgNode node) => node.Level is OrganizationLevel.Committee or OrganizationLevel.Primary;

    protected bool Find(int id, int year)
    {
        if (user.Tree.Find(id) is not { } node || !Takes(node) || !(user.Scope.Everything || user.Scope.Ids.Contains(id)) || year is < 2000 or > 2100)
        {
            return false;
        }

        (Node, Year) = (node, year);
        return true;
    }

    protected async Task ReadDaysAsync() => Days = await db.FiveInOneDaysAsync(Year);

    /// <summary>Find (404), may they (403), then do it and say what was done; a broken rule shows the page again.</summary>
    protected async Task<IActionResult> ActAsync(int id, int year, Act act, Func<Task<string>> what, Func<Task<IActionResult>> show, Func<string>? back = null)
    {
        if (!Find(id, year))
        {
            return NotFound();
        }

        if (!user.May(act, id))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return await TryAsync(db, async () =>
        {
            WorkYear.RequireOpenForSecretaries(year, (await db.FiveInOneDaysAsync(year)).State);
            var done = await what();
            await db.SaveChangesAsync();
            Tell(done);
            return Redirect(back?.Invoke() ?? Home);
        }, show);
    }

    /// <summary>The form that is shown carries the version of this.</summary>
    protected void Carry(object? entity)
    {
        if (HttpMethods.IsGet(Request.Method) || IsOutdated)
        {
            Version = db.VersionOf(entity);
        }
    }

    /// <summary>What the form was about is still there.</summary>
    protected static T There<T>(T? thing, string otherwise) where T : class
    {
        Rule.Require(thing is not null, otherwise);
        return thing!;
    }

    /// <summary>Nothing that hangs on it may have been changed since the form was shown.</summary>
    protected void Expect(object entity, int version)
    {
        db.Expect(entity, version);
        db.Touch(entity);
    }
}
