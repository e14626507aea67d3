using Microsoft.AspNetCore.Mvc;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>纸质问卷 to print and copy, with the form on which its votes are counted.</summary>
public sealed class PaperModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : SurveyPage(db, user, clock)
{
    [Needs(Act.ManageSurveys)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id, Act.ManageSurveys);
}
