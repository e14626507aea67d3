using PartyWork.Domain.Agreements;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>责任书: the own to be checked and signed, those of below to be signed, confirmed and, from December on, evaluated.</summary>
internal static class AgreementTodos
{
    public static IQueryable<Row> Ask(TodoAsk ask)
    {
        var (db, own, today, year) = (ask.Db, ask.Own, ask.Today, ask.Today.Year);
        var (signs, evaluates, isTime) = (ask.User.May(Act.SignAgreements), ask.User.May(Act.ManageAgreements), today >= Agreement.EvaluatedFrom(year));
        var (needing, renewing) = (db.NeedingAddendum(Party.Lower, today), db.NeedingAddendum(Party.Upper, today));
        var mine = db.Agreements.Where(a => a.OrganizationId == own && a.Year == year && (a.Stage < AgreementStage.Effective || needing.Any(n => n.Id == a.Id)));
        // 年终评定: until the year is closed.
        var evaluated = db.Agreements.Where(u => evaluates && u.UpperId == own && u.Stage == AgreementStage.Effective && db.WorkYears.Any(y => y.Year == u.Year && y.State != WorkYearState.Closed));
        return db.TreeStamps.Select(_ => new Row
        {
            Mine = mine.Select(a => (int?)a.Id).FirstOrDefault(),
            Stage = mine.Select(a => a.Stage).FirstOrDefault(),
            DueOn = mine.Select(a => a.DueOn).FirstOrDefault(),
            ToSign = db.Agreements.Count(u => signs && u.UpperId == own && u.Stage == AgreementStage.SignedByLower && u.Year == year),
            ToRenew = renewing.Count(u => signs && u.UpperId == own && u.Year == year),
            ToConfirm = db.ClauseAmendments.Where(m => signs && m.State == AmendmentState.Proposed && ((m.OrganizationId == own && m.LowerConfirmation.On == null)
                || (m.UpperConfirmation.On == null && db.Agreements.Any(u => u.Id == m.AgreementId && u.UpperId == own)))).OrderBy(m => m.Id).Select(m => (int?)m.AgreementId).FirstOrDefault(),
            ToEvaluate = evaluated.Count(u => isTime && u.Year == year),
            ToEvaluateLate = evaluated.Count(u => u.Year == year - 1),
        });
    }

    public static IEnumerable<Todo> Say(TodoAsk ask, Row row)
    {
        var year = ask.Today.Year;
        return OfMine(ask, row)
            .Concat(Todo.Several(row.ToRenew, "份责任书待甲方补签", $"/agreements?year={year}&Status=NeedsAddendum", "签字人已变动，各条款和原签字继续有效"))
            .Concat(Todo.Several(row.ToSign, "份责任书待签字", $"/agreements?year={year}&Status=SignedByLower&Level={(ask.User.IsDistrictWide ? OrganizationLevel.Committee : OrganizationLevel.Primary)}"))
            .Concat(row.ToConfirm is { } amended ? [new Todo(3, "责任书条款修改待您确认", "双方都确认后，条款按新的内容执行", $"/agreements/{amended}", "yellow")] : [])
            .Concat(Todo.Several(row.ToEvaluateLate, $"份{year - 1}年责任书待年终评定", $"/agreements/evaluation?year={year - 1}", "年度归档前评定，可以在一张表里一并评定"))
            .Concat(Todo.Several(row.ToEvaluate, "份责任书待年终评定", $"/agreements/evaluation?year={year}", "可以在一张表里一并评定"));
    }

    private static IEnumerable<Todo> OfMine(TodoAsk ask, Row row)
    {
        var (year, link, left) = (ask.Today.Year, $"/agreements/{row.Mine}", $"{Show.Words(row.DueOn)}前签订，{Show.Remaining(row.DueOn, ask.Today)}");
        return row switch
        {
            { Mine: null } => [],
            { Stage: AgreementStage.Issued } when ask.User.May(Act.FillAgreements, ask.Own) => [Todo.By(row.DueOn, ask.Today, $"核对{year}年责任书", left, link)],
            { Stage: AgreementStage.Ready } when ask.User.May(Act.SignAgreements, ask.Own) => [Todo.By(row.DueOn, ask.Today, $"签订{year}年责任书", left, link)],
            { Stage: AgreementStage.Effective } when ask.User.May(Act.SignAgreements, ask.Own) => [new(1, $"补签{year}年责任书", $"请自任职之日起{Agreement.AddendumDays}天内补签", link, "yellow")],
            _ => [],
        };
    }

    internal sealed class Row
    {
        public int? Mine { get; init; }
        public AgreementStage Stage { get; init; }
        public DateOnly DueOn { get; init; }
        public int ToSign { get; init; }
        public int ToRenew { get; init; }
        public int? ToConfirm { get; init; }
        public int ToEvaluate { get; init; }
        public int ToEvaluateLate { get; init; }
    }
}
