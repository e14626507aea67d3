using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Figures;

/// <summary>年度参数: all of a year on one form; what is not entered yet is offered as it was the year before.</summary>
public sealed class ParametersModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    private Dictionary<string, FigureParameter> _stored = [];

    /// <summary>Key → what stands in the field.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Key → the version that was shown.</summary>
    [BindProperty]
    public Dictionary<string, int> Versions { get; set; } = [];

    public int Year { get; private set; }
    public bool MayKeep => user.May(Act.KeepParameters);
    public static IReadOnlyList<Figure> Entered { get; } = [.. FigureDictionary.All.Where(f => f.IsEntered)];

    [Needs(Act.ReadDictionary)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        var before = await db.FigureParameters.Where(p => p.Year == Year - 1 && p.Text != "").ToDictionaryAsync(p => p.Key, p => p.Text);
        Values = Entered.ToDictionary(f => f.Key, f => Stored(f)?.Text ?? (MayKeep ? before.GetValueOrDefault(f.Key) : null));
    }

    [Needs(Act.KeepParameters)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await TryAsync(db, async () =>
        {
            Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == Year), $"请先新建{Year}年度，再登记年度参数。");
            foreach (var figure in Entered.Where(f => Values.ContainsKey(f.Key)))
            {
                var text = Values[figure.Key] ?? "";
                if (Stored(figure) is { } stored)
                {
                    db.Expect(stored, Versions.GetValueOrDefault(figure.Key));
                    stored.Write(text, figure.Name, figure.IsNumber, user.Actor, clock.Today);
                }
                else if (text.Trim().Length > 0)
                {
                    var added = new FigureParameter(Year, figure.Key);
                    added.Write(text, figure.Name, figure.IsNumber, user.Actor, clock.Today);
                    db.Add(added);
                }
            }

            await db.SaveChangesAsync();
            Tell($"{Year}年参数已保存。");
            return Redirect($"/figures/parameters?year={Year}");
        }, async () =>
        {
            await LoadAsync();
            return Page();
        });
    }

    public FigureParameter? Stored(Figure figure) => _stored.GetValueOrDefault(figure.Key);

    /// <summary>What the field shows was taken over and is not saved yet.</summary>
    public bool IsProposed(Figure figure) => Stored(figure) is null && Values.GetValueOrDefault(figure.Key) is { Length: > 0 };

    public int VersionOf(Figure figure) => !IsOutdated && Versions.TryGetValue(figure.Key, out var seen) ? seen : Stored(figure) is { } stored ? db.VersionOf(stored) : 0;

    private async Task LoadAsync()
    {
        Year = ChosenYear(clock);
        _stored = await db.FigureParameters.Where(p => p.Year == Year).ToDictionaryAsync(p => p.Key);
    }
}
