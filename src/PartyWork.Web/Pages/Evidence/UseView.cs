using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>Where a piece of evidence is used, in words and as a link.</summary>
public sealed record UseView(int Id, int Item, int Version, bool IsSubmitted, string By, DateTime At, int Year, int? Task, int Quarter, int? Problem, int? Agreement, int? Coordination, int? Survey, int? Debrief, int? Note, string NoteAt, string? What, int Filing)
{
    public string Told => this switch
    {
        { Task: { } task } => $"{Year}年任务{task}" + (Quarter == 0 ? "" : $"（{Domain.Reports.Quarter.Text(Quarter)}）"),
        { Problem: { } problem } => $"{Year}年问题{problem}",
        { Agreement: not null } => $"{Year}年责任书",
        { Survey: not null } => $"{Year}年测评计票表",
        { Debrief: not null } => $"{Year}年述职材料",
        { Note: { } note } => $"{Year}年第{note}号督查单",
        _ => $"{Year}年协调事项",
    };

    public string Link => this switch
    {
        { Quarter: > 0 } => $"/reports/{Filing}",
        { Task: { } task } => $"/lists/{Filing}/tasks/{task}",
        { Problem: { } problem } => $"/lists/{Filing}/problems/{problem}",
        { Agreement: { } agreement } => $"/agreements/{agreement}",
        { Survey: { } survey } => $"/surveys/{survey}",
        { Debrief: { } debrief } => $"/five-in-one/{debrief}?year={Year}",
        { Note: not null } => NoteAt,
        _ => $"/coordination/{Coordination}",
    };

    public static Expression<Func<EvidenceUse, UseView>> From(PartyWorkDb db) => u => new UseView(
        u.Id, u.ItemId, EF.Property<int>(u, PartyWorkDb.Version), u.IsSubmitted, u.By, u.At,
        u.Task != null ? u.Task.Year : u.Problem != null ? u.Problem.Year : u.Agreement != null ? u.Agreement.Year : u.Survey != null ? u.Survey.Year : u.Debrief != null ? u.Debrief.Year : u.Note != null ? u.Note.On.Year : u.Coordination!.Year,
        u.Task != null ? u.Task.No : null, u.Quarter, u.Problem != null ? u.Problem.No : null, u.AgreementId, u.CoordinationItemId, u.SurveyId, u.Debrief != null ? u.Debrief.OrganizationId : null, u.Note != null ? u.Note.No : null, u.Note != null ? "/rectification/" + u.Note.CaseId + "/notes/" + u.Note.Id : "",
        u.Task != null ? u.Task.Content : u.Problem != null ? u.Problem.Statement : u.Coordination != null ? u.Coordination.Request : u.Survey != null ? u.Survey.Title : u.Note != null ? u.Note.Content : db.Organizations.Where(o => o.Id == u.OrganizationId).Select(o => o.Name).FirstOrDefault(),
        db.Filings.Where(f => f.OrganizationId == u.OrganizationId && f.Year == (u.Task != null ? u.Task.Year : u.Problem!.Year)
            && f.Kind == (u.Quarter > 0 ? FilingKind.QuarterlyReport : FilingKind.ThreeLists) && f.Period == u.Quarter).Select(f => f.Id).FirstOrDefault());
}
