using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;
using Known = PartyWork.Web.Registers.Registers;

namespace PartyWork.Web.Pages.Registers;

/// <summary>基础台账: records of others to be confirmed, households to be disposed of, talents' needs past their day.</summary>
internal static class RegisterTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today, answers) = (ask.Db, ask.Own, ask.Today, ask.User.May(Act.ConfirmRecords));
        var (householdsDue, ends) = (HouseholdsLeft.Due(db, HouseholdsLeft.Disposes(ask.User), today), HouseholdsLeft.Ends(db));
        var keepsNeeds = Known.TalentNeeds.MayKeep(ask.User, own);
        var needsLate = Known.TalentNeeds.Overdue!(db.Set<TalentNeed>().Where(n => keepsNeeds && n.OrganizationId == own && n.WithdrawnOn == null), today);
        return db.TreeStamps.Select(_ => new Row
        {
            ToAnswer = !answers ? 0 : db.Set<GoodDeed>().Count(d => d.ConfirmerId == own && d.Confirmation == RecordConfirmation.Waiting && d.WithdrawnOn == null)
                + db.Set<Commitment>().Count(c => c.ConfirmerId == own && c.Confirmation == RecordConfirmation.Waiting && c.WithdrawnOn == null)
                + db.Set<BaseBooking>().Count(b => b.ConfirmerId == own && b.Confirmation == RecordConfirmation.Waiting && b.WithdrawnOn == null),
            ToDispose = householdsDue.Count(),
            DisposalEnded = ends.Where(a => householdsDue.Any(h => h.AssignmentName == a.Name)).Min(a => a.EndedOn),
            NeedsLate = needsLate.Count(),
            NeedsSince = needsLate.Min(n => n.DueOn),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row)
    {
        if (row.ToAnswer > 0)
        {
            yield return new(3, $"{row.ToAnswer}条惠及本级的记录待确认", "好事实事、共建承诺和基地预约，确认后计数", "/registers", "yellow");
        }

        if (row.DisposalEnded is { } ended)
        {
            var by = DisposalCertificate.DueOn(ended);
            yield return Todo.By(by, ask.Today, $"处置{row.ToDispose}条居民登记的个人信息", $"专项工作已结束，{Show.Words(by)}前处置，{Show.Remaining(by, ask.Today)}", Known.DisposalPage);
        }

        if (row.NeedsSince is { } since)
        {
            yield return new(0, $"{row.NeedsLate}件人才需求超过答复期限", $"最早的{Show.Words(since)}到期，请催主办部门答复并登记结果", $"/registers/{Known.TalentNeeds.Key}?Late=true", "red");
        }
    }

    internal sealed class Row
    {
        public int ToAnswer { get; init; }
        public int ToDispose { get; init; }
        public DateOnly? DisposalEnded { get; init; }
        public int NeedsLate { get; init; }
        public DateOnly? NeedsSince { get; init; }
    }
}
