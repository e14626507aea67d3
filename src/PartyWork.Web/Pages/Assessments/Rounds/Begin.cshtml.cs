using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>开始验收: no self-scores and no lots, so that the team can go as soon as it is named.</summary>
public sealed class BeginModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ObjectListPage(db, user, clock)
{
    public int Recusals { get; private set; }

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostAsync(int id) => DoAsync(id, async () =>
    {
        await LoadSheetsAsync();
        await LoadRecusalsAsync();
        await WorkplaceRecusals.AddAsync(Db, Current.Tree, Round, Today);
        await RoundFreezing.BeginAsync(Db, Current.Tree, Round, Current.Actor, Today, Clock.Now);
        return $"验收已开始，系统分已定格：{string.Join("，", Round.Teams.OrderBy(t => t.No).Select(t => $"{t.Name}{Round.Sheets.Count(s => s.Team == t)}个社区"))}。验收组可以评分。";
    });

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        await LoadRecusalsAsync();
        Recusals = Round.Recusals.Count;
    }
}
