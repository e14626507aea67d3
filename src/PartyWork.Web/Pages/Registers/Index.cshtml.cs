using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Registers;

/// <summary>All registers of the active post, with how much stands in each.</summary>
public sealed class IndexModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, RegisterCatalog catalog) : WorkPage
{
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>For whom these are where the day begins.</summary>
    public bool IsHome => Home.Of(user) == Home.Registers;

    [Needs(Act.ReadRegisters)]
    public async Task OnGetAsync()
    {
        Year = ChosenYear(clock);
        var within = user.Tree.InOrder.Where(n => user.Scope.Everything || user.Scope.Ids.Contains(n.Id)).ToList();
        var registers = catalog.All.Where(r => r.MayRead(user) && (r.IsConfirmed || within.Exists(n => r.Belongs(n)))).ToList(); // others have nothing to show here
        var year = RegisterFilter.Everything with { From = new(Year, 1, 1), To = new(Year, 12, 31) };
        var holding = RegisterFilter.Everything with { HoldingOn = clock.Today };
        var counts = await registers.Select(r => r.Count(db, r.Ends is null ? year : holding, user.Post!.OrganizationId)).Aggregate((all, one) => all.Concat(one)).ToDictionaryAsync(c => c.Key);
        Rows = [.. registers.Select(r => new Row(r, counts[r.Key].Records, user.May(Act.ConfirmRecords) ? counts[r.Key].Waiting : 0, r.Keeps(user).Count > 0))];
    }

    public sealed record Row(Register Register, int Records, int Waiting, bool MayAdd);
}
