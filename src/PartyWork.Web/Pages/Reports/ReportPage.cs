using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Reports;

/// <summary>What the pages of one quarterly report share: the filing with its rows, its lines, and who may do what.</summary>
public abstract class ReportPage(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    protected PartyWorkDb Db => db;
    protected DateTime Now => clock.Now;
    public CurrentUser Current => user;
    public DateOnly Today => clock.Today;
    public Filing Filing { get; private set; } = null!;
    public QuarterlyReport Report { get; private set; } = null!;
    public OrgNode Node { get; private set; } = null!;
    public int Version { get; private set; }

    /// <summary>A paper of a closed period bears the name of then.</summary>
    public string Title => $"{Node.NameOn(Filing.DueOn)}{Filing.Year}年{Quarter.Text(Filing.Period)}季度报告".Replace("季度季度", "季度", StringComparison.Ordinal);
    public FilingStatus Status => Filing.Status(Today);
    public bool Fills => user.May(Act.FillReports, Filing.OrganizationId);
    public bool Confirms => user.May(Act.ConfirmReports, Filing.OrganizationId);
    public bool Reviews => user.May(Act.ReviewReports, Filing.OrganizationId);

    /// <summary>Reads filing and tasks in two SQL commands.</summary>
    protected async Task<bool> FindAsync(int id) => await FindFilingAsync(id) && await FindTasksAsync(db.WorkTasks);

    /// <summary>Of the report only the line of one task, for its row alone to be written.</summary>
    protected async Task<bool> FindLineAsync(int id, string key) =>
        await FindFilingAsync(db.Filings.Include(f => f.Rows.Where(r => r.FilingId == id && r.Key == key)), id) && await FindTasksAsync(db.WorkTasks.Where(t => t.Id == ReportLine.TaskOf(key)));

    /// <summary>What was answered beside what was asked, in two SQL commands: without the tasks' progress and evidence.</summary>
    protected async Task<bool> FindAnsweredAsync(int id)
    {
        if (!await FindFilingAsync(id))
        {
            return false;
        }

        var tasks = await db.WorkTasks.Where(t => t.OrganizationId == Filing.OrganizationId && t.Year == Filing.Year).ToListAsync();
        Report = new QuarterlyReport(Filing, tasks, TaskMeasures.Named(tasks, Filing.Period));
        return true;
    }

    /// <summary>The filing with its rows, for pages that do not ask the tasks.</summary>
    protected Task<bool> FindFilingAsync(int id) => FindFilingAsync(db.Filings.Include(f => f.Rows.Where(r => r.FilingId == id)), id); // said twice: else SQLite reads the rows of all filings to join one filing's

    private async Task<bool> FindTasksAsync(IQueryable<WorkTask> asked)
    {
        var own = Filing.OrganizationId;
        var tasks = await asked.Include(t => t.Progress).Include(t => t.Evidence.Where(u => u.OrganizationId == own)).ThenInclude(u => u.Item).AsSingleQuery().Where(t => t.OrganizationId == own && t.Year == Filing.Year).OrderBy(t => t.No).ToListAsync();
        Report = new QuarterlyReport(Filing, tasks, Filing.Stage is FilingStage.Submitted or FilingStage.Accepted ? TaskMeasures.Named(tasks, Filing.Period) : await TaskMeasures.ReadAsync(db, user.Tree, tasks, Filing.Period, Today));
        return true;
    }

    private async Task<bool> FindFilingAsync(IQueryable<Filing> filings, int id)
    {
        var found = await filings.Include(f => f.Window).AsSingleQuery().SingleOrDefaultAsync(f => f.Id == id && f.Kind == FilingKind.QuarterlyReport);
        if (found is null || user.Tree.Find(found.OrganizationId) is not { } node)
        {
            return false;
        }

        (Filing, Node, Version) = (found, node, db.VersionOf(found));
        return true;
    }

    /// <summary>What the quarter before said, by row key.</summary>
    protected async Task<IReadOnlyDictionary<string, FilingRow>> LastQuarterAsync() => Filing.Period == 1 ? new Dictionary<string, FilingRow>() : await db.Filings.AsNoTracking()
        .Where(f => f.OrganizationId == Filing.OrganizationId && f.Kind == Filing.Kind && f.Year == Filing.Year && f.Period == Filing.Period - 1).SelectMany(f => f.Rows)
        .ToDictionaryAsync(r => r.Key);

    /// <summary>Acts and versions are read only by who needs them.</summary>
    protected async Task LoadActsAsync()
    {
        await db.Entry(Filing).Collection(f => f.Acts).LoadAsync();
        await db.Entry(Filing).Collection(f => f.Versions).LoadAsync();
    }
}
