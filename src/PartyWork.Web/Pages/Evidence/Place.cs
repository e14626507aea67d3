using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Evidence;

/// <summary>A place that evidence can be attached to: one method for each kind of record.</summary>
/// <param name="KeeperId">The organisation whose evidence is attached.</param>
/// <param name="IsOurs">Whether the reader may attach to it at all.</param>
/// <param name="Here">What is used there already.</param>
/// <param name="Attach">Attaches, or says why that is not possible now.</param>
public sealed record Place(int KeeperId, bool IsOurs, string Title, string Link, IReadOnlyList<EvidenceUse> Here, Func<EvidenceItem, Actor, DateTime, EvidenceUse> Attach)
{
    /// <param name="quarter">1–4 for the task's line in that quarter's report, 0 for the task as a whole.</param>
    public static async Task<Place?> OfTaskAsync(PartyWorkDb db, CurrentUser user, int id, int quarter, DateOnly today)
    {
        var task = await db.WorkTasks.Include(t => t.Evidence.Where(u => u.WorkTaskId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(t => t.Id == id);
        if (task is null)
        {
            return null;
        }

        var isOurs = user.May(Act.KeepEvidence, task.OrganizationId);
        var filings = await db.Filings.Include(f => f.Window).Include(f => f.Rows.Where(r => r.OrganizationId == task.OrganizationId)).AsSingleQuery()
            .Where(f => f.OrganizationId == task.OrganizationId && f.Year == task.Year && (f.Period == 0 || f.Period == quarter)).ToListAsync();
        if (quarter == 0)
        {
            return filings.FirstOrDefault() is not { } lists ? null
                : new(task.OrganizationId, isOurs, $"任务{task.No} {task.Content}", $"/lists/{lists.Id}/tasks/{task.No}", With(task.Evidence, 0), (item, by, at) => task.Attach(item, 0, by, at));
        }

        return filings.SingleOrDefault(f => f.Kind is FilingKind.QuarterlyReport) is not { } report ? null
            : new(task.OrganizationId, isOurs, $"{Quarter.Text(quarter)}任务{task.No} {task.Content}", $"/reports/{report.Id}" + (report.WhyLocked(today) is null ? "/fill" : ""), With(task.Evidence, quarter), (item, by, at) =>
            {
                Rule.Require(report.WhyLocked(today) is null, report.WhyLocked(today) ?? "");
                Rule.Require(report.IsEditable($"T{task.Id}", today), "本次只退回了部分内容，这一项已审定，不能再附佐证。");
                return task.Attach(item, quarter, by, at);
            });
    }

    public static async Task<Place?> OfProblemAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var problem = await db.Problems.Include(p => p.Evidence.Where(u => u.ProblemId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(p => p.Id == id);
        if (problem is null)
        {
            return null;
        }

        var lists = await db.Filings.Where(f => f.OrganizationId == problem.OrganizationId && f.Year == problem.Year && f.Kind == FilingKind.ThreeLists).Select(f => f.Id).FirstOrDefaultAsync();
        return new(problem.OrganizationId, user.May(Act.KeepEvidence, problem.OrganizationId), $"问题{problem.No} {problem.Statement}", $"/lists/{lists}/problems/{problem.No}", problem.Evidence, problem.Attach);
    }

    /// <summary>签订原件, by a party or the office above.</summary>
    public static async Task<Place?> OfAgreementAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var agreement = await db.Agreements.Include(a => a.Evidence.Where(u => u.AgreementId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(a => a.Id == id);
        return agreement is null ? null
            : new(user.Post!.OrganizationId, TakesScan(user, agreement.OrganizationId), $"{user.Tree[agreement.OrganizationId].Name}{agreement.Year}年度责任书：签订原件（扫描件）", $"/agreements/{id}", agreement.Evidence, agreement.Attach);
    }

    public static bool TakesScan(CurrentUser user, int organizationId) =>
        user.May(Act.KeepEvidence, user.Post!.OrganizationId) && (user.May(Act.FillAgreements, organizationId) || user.May(Act.ManageAgreements, organizationId));

    /// <summary>计票表, by who counts.</summary>
    public static async Task<Place?> OfSurveyAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var survey = await db.Surveys.Include(s => s.Evidence.Where(u => u.SurveyId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(s => s.Id == id);
        return survey is null ? null
            : new(user.Post!.OrganizationId, TakesCount(user, survey.OrganizationId), $"{survey.Title}：计票表（扫描件）", $"/surveys/{id}", survey.Evidence, survey.Attach);
    }

    public static bool TakesCount(CurrentUser user, int organizationId) => user.May(Act.KeepEvidence, user.Post!.OrganizationId) && user.May(Act.ManageSurveys, organizationId);

    /// <summary>The asker attaches to the question, who may answer to the answer.</summary>
    public static async Task<Place?> OfCoordinationAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var item = await db.CoordinationItems.Include(i => i.Evidence.Where(u => u.CoordinationItemId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(i => i.Id == id);
        if (item is null)
        {
            return null;
        }

        var asks = user.May(Act.KeepEvidence, item.OrganizationId);
        return new(user.Post!.OrganizationId, asks || Answers(user, item), $"协调事项{(asks ? "" : "的答复")}：{item.Request}", $"/coordination/{id}", [.. item.EvidenceOf(asks)], item.Attach);
    }

    public static bool Answers(CurrentUser user, CoordinationItem item) =>
        user.May(Act.KeepEvidence, user.Post!.OrganizationId) && (user.May(Act.ReplyCoordination, item.DepartmentId ?? 0) || user.May(Act.SettleCoordination, item.OrganizationId));

    /// <summary>述职材料, by the organisation or by whoever registers its debrief.</summary>
    public static async Task<Place?> OfDebriefAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var debrief = await db.Debriefs.Include(d => d.Evidence.Where(u => u.DebriefId == id)).ThenInclude(u => u.Item).SingleOrDefaultAsync(d => d.Id == id);
        return debrief is null ? null
            : new(user.Post!.OrganizationId, TakesPaper(user, debrief.OrganizationId), $"{user.Tree[debrief.OrganizationId].Name}{debrief.Year}年度述职：材料（扫描件）", $"/five-in-one/{debrief.OrganizationId}?year={debrief.Year}", debrief.Evidence, debrief.Attach);
    }

    public static bool TakesPaper(CurrentUser user, int organizationId) =>
        user.May(Act.KeepEvidence, user.Post!.OrganizationId) && (user.May(Act.WriteFiveInOne, organizationId) || user.May(Act.ReviewFiveInOne, organizationId));

    /// <summary>现场照片, by those who inspect.</summary>
    public static async Task<Place?> OfNoteAsync(PartyWorkDb db, CurrentUser user, int id)
    {
        var note = await db.SupervisionNotes.Include(n => n.Case).Include(n => n.Evidence.Where(u => u.SupervisionNoteId == id)).ThenInclude(u => u.Item).AsSingleQuery().SingleOrDefaultAsync(n => n.Id == id);
        return note is null ? null
            : new(user.Post!.OrganizationId, TakesPhoto(user, note.OrganizationId), $"{user.Tree[note.OrganizationId].Name}第{note.No}号督查单：现场照片", $"/rectification/{note.CaseId}/notes/{id}", note.Evidence, note.Attach);
    }

    public static bool TakesPhoto(CurrentUser user, int organizationId) => user.May(Act.KeepEvidence, user.Post!.OrganizationId) && user.May(Act.Supervise, organizationId);

    private static List<EvidenceUse> With(IEnumerable<EvidenceUse> evidence, int quarter) => [.. evidence.Where(u => u.Quarter == quarter)];
}
