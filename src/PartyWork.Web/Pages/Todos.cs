using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <param name="Order">Lower is more pressing.</param>
public sealed record Todo(int Order, string Text, string Detail, string Link, string Tone);

/// <summary>What waits for the active post, computed from state: nothing to dismiss, gone when it is done. One SQL command per request.</summary>
public sealed class Todos(PartyWorkDb db, CurrentUser user, BusinessClock clock)
{
    private IReadOnlyList<Todo>? _list;

    public async Task<IReadOnlyList<Todo>> ListAsync()
    {
        if (_list is not null || user.Post is not { } post || user.Scope == OrgScope.Nothing)
        {
            return _list ??= [];
        }

        var (today, own, me) = (clock.Today, post.OrganizationId, user.PersonId);
        var reviews = user.May(Act.ReviewReports) ? user.Tree.Children(own).Select(c => c.Id).ToArray() : [];
        var fills = user.May(Act.FillReports) || user.May(Act.ConfirmReports);
        // One row of counts, beside it the filings if there are any: a single command.
        var found = await (
            from stamp in db.TreeStamps
            from f in db.Filings.Where(f => f.Window.Opens <= today && f.Year >= today.Year - 1
                && ((fills && f.OrganizationId == own && (f.SignaturePending || (f.Stage != FilingStage.Accepted && f.Year == today.Year)))
                    || (f.Stage == FilingStage.Submitted && reviews.Contains(f.OrganizationId)))).DefaultIfEmpty()
            select new
            {
                Changes = db.TaskChanges.Count(c => c.State == TaskChangeState.Requested && reviews.Contains(c.OrganizationId)),
                Handover = db.Handovers.Where(h => h.State == HandoverState.Open && ((h.Outgoing.PersonId == me && h.GivenAt == null) || (h.IncomingId == me && h.TakenAt == null))).Select(h => (int?)h.Id).FirstOrDefault(),
                Claims = db.Problems.Count(p => p.State == ProblemState.CloseClaimed && reviews.Contains(p.OrganizationId)),
                Filing = f == null ? null : new
                {
                    f.Id, f.OrganizationId, f.Kind, f.Year, f.Period, f.Stage, f.SignaturePending, f.Window.Opens, Due = f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil, f.ReturnDueOn, f.PreparedAt, f.StageSince,
                },
            }).ToListAsync();
        var filings = found.Where(f => f.Filing is not null).Select(f => f.Filing!).ToList();

        var list = new List<Todo>();
        foreach (var f in filings.Where(f => f.OrganizationId == own && fills))
        {
            var name = f.Kind is FilingKind.ThreeLists ? $"{f.Year}年三张清单" : $"{f.Year}年{Quarter.Text(f.Period)}季报";
            var status = Filing.StatusOf(f.Stage, f.Opens, f.Due, f.Locks, f.UnlockedUntil, today);
            var link = f.Kind is FilingKind.ThreeLists ? $"/lists/{f.Id}" : $"/reports/{f.Id}";
            var left = $"{Show.Words(f.Due)}24:00截止，{Show.Remaining(f.Due, today)}";
            if (f.SignaturePending && user.May(Act.ConfirmReports, own))
            {
                list.Add(new(1, $"补确认：{name}由干事登记了您的线下签字", "请核对后确认", link, "yellow"));
            }

            var mended = Filing.WasMended(f.Stage, f.PreparedAt, f.StageSince);
            if (status is FilingStatus.Returned && !mended)
            {
                list.Add(new(0, $"修改被退回的{name}", f.ReturnDueOn is { } due ? $"请于{Show.Words(due)}前改好；首报时间不受影响" : "", link, "red"));
            }
            else if (mended || (f.Stage is FilingStage.AwaitingSecretary && status is not FilingStatus.Locked))
            {
                var confirms = user.May(Act.ConfirmReports, own);
                list.Add(new(confirms ? 1 : 4, confirms ? $"确认并报送{name}" : $"{name}已报书记，等待确认", mended ? "退回的内容已改好；首报时间不受影响" : left, confirms && f.Kind is FilingKind.QuarterlyReport ? $"{link}/confirm" : link, confirms ? "yellow" : "white"));
            }
            else if (status is FilingStatus.NotStarted or FilingStatus.Drafting or FilingStatus.Overdue)
            {
                list.Add(new(status is FilingStatus.Overdue ? 0 : 2, $"填报{name}", left, link, status is FilingStatus.Overdue ? "red" : "yellow"));
            }
        }

        if (found[0].Handover is { } handover)
        {
            list.Add(new(1, "核对并确认岗位交接的接手单", "双方确认后交接生效", $"/handovers/{handover}", "yellow"));
        }

        AddReviews(filings.Count(f => f.Stage is FilingStage.Submitted && f.Kind is FilingKind.QuarterlyReport && reviews.Contains(f.OrganizationId)), "份季报待审核", "/reports/review");
        AddReviews(filings.Count(f => f.Stage is FilingStage.Submitted && f.Kind is FilingKind.ThreeLists && reviews.Contains(f.OrganizationId)), "份三张清单待审核", "/lists/review");
        if (user.May(Act.DecideChange))
        {
            AddReviews(found[0].Changes, "项任务变更待批准", "/lists/changes");
            AddReviews(found[0].Claims, "个问题销号待核实", "/lists/claims");
        }

        return _list = [.. list.OrderBy(t => t.Order)];

        void AddReviews(int count, string what, string link)
        {
            if (count > 0)
            {
                list.Add(new(3, $"{count}{what}", "", link, "yellow"));
            }
        }
    }

    /// <summary>How many own filings wait in the person's other posts; their contents stay behind those posts.</summary>
    public async Task<IReadOnlyDictionary<int, int>> OtherPostsAsync()
    {
        var today = clock.Today;
        var others = user.Posts.Where(p => p != user.Post && p.Kind is PostKind.Secretary or PostKind.Deputy or PostKind.Officer).Select(p => p.OrganizationId).Distinct().ToArray();
        if (others.Length == 0)
        {
            return new Dictionary<int, int>();
        }

        return await db.Filings.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(f => others.Contains(f.OrganizationId) && f.Year == today.Year && f.Window.Opens <= today
                && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Submitted)
            .GroupBy(f => f.OrganizationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }
}
