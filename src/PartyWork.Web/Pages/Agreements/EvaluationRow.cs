using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One agreement in the form of 年终评定.</summary>
/// <param name="Completed">Clauses whose tasks are all done.</param>
public sealed record EvaluationRow(int Id, OrgNode Lower, AgreementStage Stage, int Clauses, int Completed, string Words, DateOnly? On, int Version)
{
    /// <summary>Those in force between an upper party and whom the reader manages below it, in official order; two commands.</summary>
    /// <returns>Whether the year is archived, and the rows.</returns>
    public static async Task<(bool IsClosed, IReadOnlyList<EvaluationRow> Rows)> ReadAsync(PartyWorkDb db, CurrentUser user, int year, int upper)
    {
        var agreements = await db.Agreements.Where(a => a.Year == year && a.UpperId == upper && a.Stage >= AgreementStage.Effective)
            .Select(a => new { IsClosed = db.WorkYears.Any(y => y.Year == year && y.State == WorkYearState.Closed), a.Id, a.OrganizationId, a.Stage, a.Evaluation, a.EvaluatedOn, Version = EF.Property<int>(a, PartyWorkDb.Version), Clauses = a.Clauses.Select(c => c.No).ToList() }).AsSingleQuery().ToListAsync();
        var lower = agreements.Select(a => a.OrganizationId).ToArray();
        var tasks = (await db.WorkTasks.Where(t => t.Year == year && lower.Contains(t.OrganizationId) && t.Source.Contains("责任书")).Select(t => new { t.OrganizationId, t.Source, t.State }).ToListAsync())
            .SelectMany(t => ChineseNumber.Clauses(t.Source).Select(no => (t.OrganizationId, No: no, t.State))).ToLookup(t => (t.OrganizationId, t.No), t => t.State);
        return (agreements.Any(a => a.IsClosed), [.. agreements.Where(a => user.May(Act.ManageAgreements, a.OrganizationId)).OrderBy(a => user.Tree[a.OrganizationId].SortNo)
            .Select(a => new EvaluationRow(a.Id, user.Tree[a.OrganizationId], a.Stage, a.Clauses.Count, a.Clauses.Count(no => ClauseTasks.AreDone(tasks[(a.OrganizationId, no)])), a.Evaluation, a.EvaluatedOn, a.Version))]);
    }
}
