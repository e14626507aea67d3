using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Chasing;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.Registers;
using PartyWork.Domain.Reports;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Pages.Rectification;
using PartyWork.Web.Pages.Reports;
using PartyWork.Web.Registers;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <param name="Order">Lower is more pressing.</param>
public sealed record Todo(int Order, string Text, string Detail, string Link, string Tone);

/// <summary>What waited for a post, of which version of everybody's work and on which day.</summary>
public sealed class KnownTodos : ConcurrentDictionary<int, (int Version, DateOnly Day, IReadOnlyList<Todo> List)>;

/// <summary>
/// What waits for the active post, computed from state: nothing to dismiss, gone when it is done. One SQL command, and none while nobody has changed
/// anything since this post last asked.
/// </summary>
public sealed class Todos(PartyWorkDb db, CurrentUser user, BusinessClock clock, KnownTodos known)
{
    private IReadOnlyList<Todo>? _list;

    public async Task<IReadOnlyList<Todo>> ListAsync()
    {
        if (_list is not null || user.Post is not { } post || user.Scope.ReadsNoOrganization)
        {
            return _list ??= [];
        }

        if (db.Lease.HasMovedWork)
        {
            return _list = await ReadAsync(post);
        }

        if (known.TryGetValue(post.HoldingId, out var last) && last.Version == user.WorkVersion && last.Day == clock.Today)
        {
            return _list = last.List;
        }

        var (version, day) = (user.WorkVersion, clock.Today); // from before the reading: what is kept may be newer than it says, never older
        _list = await ReadAsync(post);
        known[post.HoldingId] = (version, day, _list);
        return _list;
    }

    private async Task<IReadOnlyList<Todo>> ReadAsync(HeldPost post)
    {
        var (today, own, me) = (clock.Today, post.OrganizationId, user.PersonId);
        var reviews = user.May(Act.ReviewReports) ? user.Tree.Children(own).Select(c => c.Id).ToArray() : [];
        var fills = user.May(Act.FillReports) || user.May(Act.ConfirmReports);
        var needing = db.NeedingAddendum(Party.Lower, today);
        var renewing = db.NeedingAddendum(Party.Upper, today);
        var (sends, replies, signs) = (user.May(Act.SendCoordination), user.May(Act.ReplyCoordination), user.May(Act.SignAgreements));
        var (decides, answers) = (user.May(Act.DecideOverride), user.May(Act.ConfirmRecords));
        var toFill = user.May(Act.FillForChildren) ? FilledForChildren.Of(db, [.. user.Tree.Children(own).Select(c => c.Id)], today) : db.Filings.Where(f => false);

        var (writesReport, reviewsReport) = (user.May(Act.WriteAnnualReport), user.May(Act.ReviewAnnualReport));

        var disposes = HouseholdsLeft.Disposes(user);
        var (householdsDue, disposalEnds) = (HouseholdsLeft.Due(db, disposes, today), HouseholdsLeft.Ends(db));
        var keepsNeeds = Web.Registers.Registers.TalentNeeds.MayKeep(user, own);
        var needsLate = Web.Registers.Registers.TalentNeeds.Overdue!(db.Set<TalentNeed>().Where(n => keepsNeeds && n.OrganizationId == own && n.WithdrawnOn == null), today);

        var reports = db.AnnualReports.Where(r => (writesReport && (r.State == ReportState.Approved || r.State == ReportState.Issued)) || (reviewsReport && (r.State == ReportState.FiguresLocked || r.State == ReportState.Reviewed))).OrderBy(r => r.Year);

        // 书记台账: until it has been submitted, or the year is closed without it; for its holder, and for the clerk who helps.
        var (isDecember, beganThisYear, keeps) = (today.Month == 12, new DateOnly(today.Year, 1, 1), post.Kind is PostKind.Secretary or PostKind.Officer && user.Tree[own].Level is OrganizationLevel.Committee or OrganizationLevel.Primary);
        var (byHolder, holding) = (post.Kind is PostKind.Secretary, post.HoldingId);
        var ledgers =
            from y in db.WorkYears
            from h in db.PostHoldings
            where keeps && y.State != WorkYearState.Closed && ((y.Year == today.Year && isDecember && y.Scheme.LedgerDay <= today.Day) || (y.Year == today.Year - 1 && h.From < beganThisYear))
                && h.OrganizationId == own && h.Kind == PostKind.Secretary && h.From <= today && (h.To == null || h.To >= today) && (!byHolder || h.Id == holding)
                && !db.SecretaryLedgers.Any(l => l.HoldingId == h.Id && l.Year == y.Year && l.Versions.Any())
            orderby y.Year, h.Id
            select new { y.Year, Holding = h.Id };

        // 五位一体: pledges from March on, the report of a year in its December and the January after.
        var promises = user.May(Act.WriteFiveInOne) && user.Tree[own].Level is OrganizationLevel.Committee or OrganizationLevel.Primary && today >= PledgeSheet.OpensOn(today.Year);
        var reportYear = today.Month == 1 ? today.Year - 1 : today.Year;
        var debriefs = user.May(Act.WriteFiveInOne) && user.Tree[own].Level is OrganizationLevel.Committee && today.Month is 12 or 1;
        var silent = db.WithoutTalk();

        var (manages, grades, announces) = (user.MayAtHome(Act.ManageRounds), user.May(Act.DecideGrades), user.May(Act.AnnounceGrades));

        // 整顿验收: to be applied for and decided, and half a year after 销号 to be looked at again.
        var (accepts, applies, lookBackOf) = (user.May(Act.AcceptCases), user.May(Act.ApplyForAcceptance) ? user.Tree.Children(own).Select(c => c.Id).ToArray() : [], today.AddMonths(-RectificationCase.LookBackMonths));
        var toLookBack = db.Acceptances.Where(a => (accepts || applies.Contains(a.OrganizationId)) && a.Outcome == AcceptanceOutcome.Accepted && a.LookBackOn == null && a.RelapsedOn == null && a.DecidedOn <= lookBackOf);
        // 后进社区整顿: the community's month and opinions, the committee's proposals, plans and 初验, the district's listings, approvals and helpers.
        var (monthly, proposes, lists) = (user.May(Act.FillMonthlyReports), user.May(Act.ProposeCases), user.May(Act.ManageRectification));
        var (below, listed, opinions) = (db.RectificationCases.Where(c => proposes && reviews.Contains(c.OrganizationId)), db.RectificationCases.Where(c => lists),
            db.ResidentOpinions.Where(o => monthly && o.OrganizationId == own && o.DueOn < today && (o.State == OpinionState.Recorded || o.State == OpinionState.Assigned || o.State == OpinionState.Reopened)));
        var (toPropose, toPlan, toPreAccept, toApprove, unhelped) = (below.ToPropose(), below.ToPlan(), below.ToPreAccept(), listed.ToApprove(), listed.Unhelped());
        // 示范点: the committee recommends, the department chooses and looks again in December, the organisation plans and puts right.
        var (endorses, selects, cultivates) = (user.May(Act.EndorseSites), user.May(Act.ManageSites), user.May(Act.DeclareSites));
        var isRecheckTime = isDecember && selects;
        var sitesToPlan = db.DemonstrationSites.Where(s => cultivates && s.OrganizationId == own && (s.Stage == SiteStage.Confirmed || s.Stage == SiteStage.Cultivating) && s.PlanSubmittedOn == null);
        var warned = db.DemonstrationSites.Where(s => cultivates && s.OrganizationId == own && s.Stage == SiteStage.Warned);

        // 年终评定: from December on, and until the year is closed.
        var (evaluates, isTime) = (user.May(Act.ManageAgreements), today >= Agreement.EvaluatedFrom(today.Year));
        var evaluated = db.Agreements.Where(u => evaluates && u.UpperId == own && u.Stage == AgreementStage.Effective && db.WorkYears.Any(y => y.Year == u.Year && y.State != WorkYearState.Closed));

        // One row of counts, beside it the filings if there are any: a single command.
        var found = await (
            from stamp in db.TreeStamps
            from f in db.Filings.Where(f => f.Window.Opens <= today && f.Year >= today.Year - 1
                && (((fills || (monthly && f.Kind == FilingKind.MonthlyReport)) && f.OrganizationId == own && (f.SignaturePending || (f.Stage != FilingStage.Accepted && (f.Year == today.Year || f.Kind == FilingKind.MonthlyReport))))
                    || (f.Stage == FilingStage.Submitted && reviews.Contains(f.OrganizationId)))).DefaultIfEmpty()
            from a in db.Agreements.Where(a => a.OrganizationId == own && a.Year == today.Year && (a.Stage < AgreementStage.Effective || needing.Any(n => n.Id == a.Id))).DefaultIfEmpty()
            select new
            {
                Changes = db.TaskChanges.Count(c => c.State == TaskChangeState.Requested && reviews.Contains(c.OrganizationId)),
                Raised = db.CoordinationItems.Count(i => i.State == CoordinationState.Raised && reviews.Contains(i.OrganizationId)),
                Referred = db.CoordinationItems.Count(i => sends && i.State == CoordinationState.Referred),
                Wanting = db.CoordinationItems.Count(i => sends && i.State == CoordinationState.Sent && (i.WantedDue != null || i.WantedDepartmentId != null)),
                Replies = db.CoordinationItems.Count(i => replies && i.State == CoordinationState.Sent && i.WantedDue == null && i.WantedDepartmentId == null && i.DepartmentId == own),
                ReplyBy = db.CoordinationItems.Where(i => replies && i.State == CoordinationState.Sent && i.WantedDue == null && i.WantedDepartmentId == null && i.DepartmentId == own).Min(i => i.DueOn),
                RepliesRemindedAt = db.Reminders.Where(r => replies && r.OrganizationId == own && r.Kind == ReminderKind.Chase && db.CoordinationItems.Any(i => i.Id == r.CoordinationItemId && i.State == CoordinationState.Sent)).Max(r => (DateTime?)r.At),
                Ratings = db.CoordinationItems.Count(i => fills && i.State == CoordinationState.Answered && i.OrganizationId == own),
                ReportYear = reports.Select(r => (int?)r.Year).FirstOrDefault(),
                ReportState = reports.Select(r => r.State).FirstOrDefault(),
                Handover = db.Handovers.Where(h => h.State == HandoverState.Open && ((h.Outgoing.PersonId == me && h.GivenAt == null) || (h.IncomingId == me && h.TakenAt == null))).Select(h => (int?)h.Id).FirstOrDefault(),
                Given = fills ? db.WorkTasks.Count(t => t.OrganizationId == own && t.Year == today.Year && t.ParentId != null && t.ReceivedOn == null && t.State != TaskState.Cancelled) : 0,
                Claimable = fills ? db.Problems.Count(p => p.OrganizationId == own && p.Year == today.Year && p.State == ProblemState.Rectifying && p.Tasks.Any()
                    && p.Tasks.All(t => t.State == TaskState.Done || t.State == TaskState.DoneClaimed || t.State == TaskState.Cancelled || t.State == TaskState.HandedOver)) : 0,
                GivenIn = db.Filings.Where(f => f.OrganizationId == own && f.Kind == FilingKind.ThreeLists && f.Year == today.Year).Select(f => f.Id).FirstOrDefault(),
                LedgerYear = ledgers.Select(l => (int?)l.Year).FirstOrDefault(),
                LedgerOf = ledgers.Select(l => l.Holding).FirstOrDefault(),
                ToEvaluate = evaluated.Count(u => isTime && u.Year == today.Year),
                ToEvaluateLate = evaluated.Count(u => u.Year == today.Year - 1),
                Corrections = db.FigureOverrides.Count(o => decides && o.State == OverrideState.Proposed && o.ProposedById != me),
                ToAnswer = !answers ? 0 : db.Set<GoodDeed>().Count(d => d.ConfirmerId == own && d.Confirmation == RecordConfirmation.Waiting && d.WithdrawnOn == null)
                    + db.Set<Commitment>().Count(c => c.ConfirmerId == own && c.Confirmation == RecordConfirmation.Waiting && c.WithdrawnOn == null)
                    + db.Set<BaseBooking>().Count(b => b.ConfirmerId == own && b.Confirmation == RecordConfirmation.Waiting && b.WithdrawnOn == null),
                ToDispose = householdsDue.Count(),
                DisposalEnded = disposalEnds.Where(a => householdsDue.Any(h => h.AssignmentName == a.Name)).Min(a => a.EndedOn),
                Objections = manages ? db.Set<Objection>().Count(o => o.DecidedAt == null && o.Sheet.Round.OrganizerId == own) : 0,
                ObjectionRound = manages ? db.Set<Objection>().Where(o => o.DecidedAt == null && o.Sheet.Round.OrganizerId == own).Min(o => (int?)o.Sheet.RoundId) : null,
                ToGrade = grades ? db.Rounds.Where(r => r.Stage == RoundStage.Closed && r.Phase == AssessmentPhase.End).Min(r => (int?)r.Id) : null,
                ToAnnounce = announces ? db.Rounds.Where(r => r.Stage == RoundStage.Graded).Min(r => (int?)r.Id) : null,
                ToApply = db.RectificationCases.Count(c => applies.Contains(c.OrganizationId) && c.Stage == CaseStage.PreAccepted),
                ToAccept = accepts ? db.Acceptances.Count(a => a.Outcome == null) : 0,
                ToLookBack = toLookBack.Count(),
                ToldSheet = fills ? db.ScoreSheets.Where(s => s.OrganizationId == own && s.Stage == SheetStage.Feedback && s.ObjectionUntil >= today).Select(s => (int?)s.Id).FirstOrDefault() : null,
                ToldUntil = fills ? db.ScoreSheets.Where(s => s.OrganizationId == own && s.Stage == SheetStage.Feedback && s.ObjectionUntil >= today).Select(s => s.ObjectionUntil).FirstOrDefault() : null,
                ToEndorse = endorses ? db.DemonstrationSites.Count(s => s.CommitteeId == own && s.Stage == SiteStage.Declared && s.Filing.Stage == FilingStage.Submitted) : 0,
                ToSelect = selects ? db.DemonstrationSites.Count(s => (s.Stage >= SiteStage.Endorsed && s.Stage <= SiteStage.Shortlisted) || (s.Stage == SiteStage.InNotice && (s.NoticeUntil < today || s.Objections.Any(o => o.DecidedOn == null)))
                    || ((s.Stage == SiteStage.Confirmed || s.Stage == SiteStage.Cultivating) && s.PlanSubmittedOn != null && s.PlanApprovedOn == null)) : 0,
                ToRecheck = isRecheckTime ? db.DemonstrationSites.Count(s => s.Year < today.Year && s.Stage == SiteStage.Named && !s.Decisions.Any(d => d.On >= beganThisYear && (d.Outcome == SiteOutcome.Kept || d.Outcome == SiteOutcome.Warned))) : 0,
                SiteToPlan = sitesToPlan.Select(s => (int?)s.Id).FirstOrDefault(),
                SitePlanSince = sitesToPlan.Where(s => s.Stage == SiteStage.Confirmed).Select(s => s.ConfirmedOn).FirstOrDefault(),
                WarnedSite = warned.Select(s => (int?)s.Id).FirstOrDefault(),
                WarnedUntil = warned.SelectMany(s => s.Decisions).Where(d => d.Outcome == SiteOutcome.Warned).Max(d => d.RectifyBy),
                Promised = db.PledgeSheets.Where(s => promises && s.OrganizationId == own && s.Year == today.Year).Select(s => (PledgeStage?)s.Stage).FirstOrDefault(),
                ToKeep = db.Pledges.Count(p => promises && p.OrganizationId == own && p.Sheet.Year == today.Year && p.Sheet.Stage == PledgeStage.Published && p.Outcome == PledgeOutcome.Open && p.DueOn <= today),
                Reported = db.Debriefs.Where(d => debriefs && d.OrganizationId == own && d.Year == reportYear).Select(d => (DebriefStage?)d.Stage).FirstOrDefault(),
                SheetsToReview = db.PledgeSheets.Count(s => s.Stage == PledgeStage.Submitted && reviews.Contains(s.OrganizationId)),
                PledgesToSettle = db.Pledges.Count(p => p.Outcome == PledgeOutcome.Claimed && reviews.Contains(p.OrganizationId)),
                SettleIn = db.Pledges.Where(p => p.Outcome == PledgeOutcome.Claimed && reviews.Contains(p.OrganizationId)).Min(p => (int?)p.Sheet.Year),
                DebriefsToReview = db.Debriefs.Count(d => d.Stage == DebriefStage.Submitted && reviews.Contains(d.OrganizationId)),
                DebriefsIn = db.Debriefs.Where(d => (d.Stage == DebriefStage.Submitted || d.Stage == DebriefStage.Accepted || d.Stage == DebriefStage.Reported) && reviews.Contains(d.OrganizationId)).Min(d => (int?)d.Year),
                DebriefsToGrade = db.Debriefs.Count(d => (d.Stage == DebriefStage.Accepted || d.Stage == DebriefStage.Reported) && reviews.Contains(d.OrganizationId)),
                ToTalk = silent.Count(d => reviews.Contains(d.OrganizationId)),
                TalkIn = silent.Where(d => reviews.Contains(d.OrganizationId)).Min(d => (int?)d.Year),
                NeedsLate = needsLate.Count(),
                NeedsSince = needsLate.Min(n => n.DueOn),
                ToPropose = toPropose.Count(),
                ToPlan = toPlan.Count(),
                ToPreAccept = toPreAccept.Count(),
                ToListCases = listed.Count(c => c.Stage == CaseStage.Proposed),
                ToApprovePlans = toApprove.Count(),
                Unhelped = unhelped.Count(),
                UnhelpedBy = unhelped.Min(c => c.RolesDueOn),
                Opinions = opinions.Count(),
                OpinionCase = opinions.Min(o => (int?)o.CaseId),
                Claims = db.Problems.Count(p => p.State == ProblemState.CloseClaimed && reviews.Contains(p.OrganizationId)),
                Agreement = a == null ? null : new { a.Id, a.Stage, a.DueOn },
                ToSign = db.Agreements.Count(u => u.UpperId == own && u.Stage == AgreementStage.SignedByLower && u.Year == today.Year),
                ToRenew = signs ? renewing.Count(u => u.UpperId == own && u.Year == today.Year) : 0,
                ToConfirm = db.ClauseAmendments.Where(m => m.State == AmendmentState.Proposed && ((m.OrganizationId == own && m.LowerConfirmation.On == null)
                    || (m.UpperConfirmation.On == null && db.Agreements.Any(u => u.Id == m.AgreementId && u.UpperId == own)))).OrderBy(m => m.Id).Select(m => (int?)m.AgreementId).FirstOrDefault(),
                ToFill = toFill.Count(c => c.Window.Opens <= today && c.Year == today.Year && (c.Stage == FilingStage.NotStarted || c.Stage == FilingStage.Drafting) && c.Window.Locks >= today),
                Filing = f == null ? null : new
                {
                    Title = f.Kind == FilingKind.DataRequest ? db.DataRequests.Where(r => r.WindowId == f.WindowId).Select(r => r.Title).FirstOrDefault() : null,
                    f.Id, f.OrganizationId, f.Kind, f.Year, f.Period, f.Stage, f.SignaturePending, f.Window.Opens, Due = f.ExtendedTo ?? f.Window.Due, f.Window.Locks, f.UnlockedUntil, f.ReturnDueOn, f.PreparedAt, f.StageSince,
                    RemindedAt = db.Reminders.Where(r => r.FilingId == f.Id && r.OrganizationId == own && r.Kind == ReminderKind.Chase).Max(r => (DateTime?)r.At),
                    RemindedBy = db.Reminders.Where(r => r.FilingId == f.Id && r.OrganizationId == own && r.Kind == ReminderKind.Chase).OrderByDescending(r => r.Id).Select(r => r.Section).FirstOrDefault(),
                },
            }).ToListAsync();
        var filings = found.Where(f => f.Filing is not null).Select(f => f.Filing!).ToList();

        var list = new List<Todo>();
        foreach (var f in filings.Where(f => f.OrganizationId == own && (fills || (monthly && f.Kind is FilingKind.MonthlyReport))))
        {
            var name = f.Kind is FilingKind.DataRequest ? $"上级征集的数“{f.Title}”" : $"{f.Year}年{Window.NameOf(f.Kind, f.Period)}";
            var status = Filing.StatusOf(f.Stage, f.Opens, f.Due, f.Locks, f.UnlockedUntil, today);
            var link = FilingAddress.Of(f.Kind, f.Id);
            var reminded = f.Stage is FilingStage.Returned && f.RemindedAt < f.StageSince ? "" : Reminded(f.RemindedBy, f.RemindedAt);
            var left = $"{Show.Words(f.Due)}24:00截止，{Show.Remaining(f.Due, today)}{reminded}";
            if (f.SignaturePending && user.May(Act.ConfirmReports, own))
            {
                list.Add(new(1, $"补确认：{name}由干事登记了您的线下签字", "请核对后确认", link, "yellow"));
            }

            var mended = Filing.WasMended(f.Stage, f.PreparedAt, f.StageSince);
            if (status is FilingStatus.Returned && !mended)
            {
                list.Add(new(0, $"修改被退回的{name}", f.ReturnDueOn is { } due ? $"请于{Show.Words(due)}前改好；首报时间不受影响{reminded}" : "", link, "red"));
            }
            else if (mended || (f.Stage is FilingStage.AwaitingSecretary && status is not FilingStatus.Locked))
            {
                var confirms = user.May(Act.ConfirmReports, own);
                list.Add(new(confirms ? 1 : 4, confirms ? $"确认并报送{name}" : $"{name}已报书记，等待确认", mended ? $"退回的内容已改好；首报时间不受影响{reminded}" : left, confirms && f.Kind is FilingKind.QuarterlyReport ? $"{link}/confirm" : link, confirms ? "yellow" : "white"));
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

        if (found[0].ToAnswer > 0)
        {
            list.Add(new(3, $"{found[0].ToAnswer}条惠及本级的记录待确认", "好事实事、共建承诺和基地预约，确认后计数", "/registers", "yellow"));
        }

        if (found[0].DisposalEnded is { } ended)
        {
            var by = DisposalCertificate.DueOn(ended);
            list.Add(new(by < today ? 0 : 2, $"处置{found[0].ToDispose}条居民登记的个人信息", $"专项工作已结束，{Show.Words(by)}前处置，{Show.Remaining(by, today)}", Web.Registers.Registers.DisposalPage, by < today ? "red" : "yellow"));
        }

        if (found[0].NeedsSince is { } since)
        {
            list.Add(new(0, $"{found[0].NeedsLate}件人才需求超过答复期限", $"最早的{Show.Words(since)}到期，请催主办部门答复并登记结果", $"/registers/{Web.Registers.Registers.TalentNeeds.Key}?Late=true", "red"));
        }

        if (found[0].ReportYear is { } reported)
        {
            var next = found[0].ReportState switch { ReportState.FiguresLocked => "审核", ReportState.Reviewed => "批准", ReportState.Approved => "印发", _ => "归档" };
            list.Add(new(2, $"{next}{reported}年度总结", "", $"/annual-report/{reported}", "yellow"));
        }

        if (found[0].Given > 0)
        {
            list.Add(new(2, $"签收上级分解下达的{found[0].Given}项任务", "看清目标、节点和时限后签收", $"/lists/{found[0].GivenIn}?tab=tasks", "yellow"));
        }

        if (found[0].Claimable > 0)
        {
            list.Add(new(4, $"{found[0].Claimable}个问题的任务已完成，可申请销号", "由上级核实后销号", $"/lists/{found[0].GivenIn}?tab=problems", "yellow"));
        }

        if (found[0].LedgerYear is { } ledgerYear)
        {
            list.Add(new(5, byHolder ? $"核对并报送{ledgerYear}年书记台账" : $"协助书记整理{ledgerYear}年书记台账，由书记报送", "年度归档前报送；多数内容已自动记入", $"/ledger/{found[0].LedgerOf}/{ledgerYear}", "yellow"));
        }

        AddReviews(found[0].ToFill, "份下级季报由本级代填", "/reports/matrix");
        foreach (var (kind, what, link) in new[] { (FilingKind.QuarterlyReport, "份季报待审核", "/reports/review"), (FilingKind.ThreeLists, "份三张清单待审核", "/lists/review"), (FilingKind.DataRequest, "份征集数据待审核", "/figures/requests"), (FilingKind.MonthlyReport, "份整顿月报待审核", "") })
        {
            var submitted = filings.Where(f => f.Stage is FilingStage.Submitted && f.Kind == kind && reviews.Contains(f.OrganizationId)).ToList();
            var reminded = submitted.Where(f => f.RemindedAt >= f.StageSince).ToList();
            AddReviews(submitted.Count, what, link.Length > 0 || submitted.Count == 0 ? link : $"{FilingAddress.Of(kind, submitted.MinBy(f => f.StageSince)!.Id)}/review", reminded.Count == 0 ? "" : $"其中{reminded.Count}份{Reminded(reminded[0].RemindedBy, reminded.Max(f => f.RemindedAt))[1..]}");
        }

        if (user.May(Act.DecideChange))
        {
            AddReviews(found[0].Changes, "项任务变更待批准", "/lists/changes");
            AddReviews(found[0].Claims, "个问题销号待核实", "/lists/claims");
        }

        if (found[0].ObjectionRound is { } objectionRound)
        {
            AddReviews(found[0].Objections, "件考核申诉待复核", $"/assessments/rounds/{objectionRound}/objections");
        }

        AddReviews(found[0].ToApply, "个后进社区已初验，可以申请验收", "/rectification/acceptances");
        AddReviews(found[0].ToAccept, "个社区的整顿验收没有结论", "/rectification/acceptances?Group=Open");
        AddReviews(found[0].ToLookBack, accepts ? "个社区销号已满6个月，待回头看" : "个社区销号已满6个月，请准备回头看", "/rectification/acceptances?Group=ToLookBack");

        if ((found[0].ToGrade ?? found[0].ToAnnounce) is { } graded)
        {
            list.Add(new(2, found[0].ToGrade is not null ? "年底考核结果已定，待部务会定等次" : "年度考核等次待公布", "", $"/assessments/rounds/{graded}/grades", "yellow"));
        }

        if (found[0] is { ToldSheet: { } toldSheet, ToldUntil: { } toldUntil })
        {
            list.Add(new(2, "考核结果已反馈", $"对扣分有异议的，{Show.Words(toldUntil)}前可以申诉，{Show.Remaining(toldUntil, today)}", $"/assessments/results/{toldSheet}", "yellow"));
        }

        AddReviews(found[0].ToPropose, "个整顿摸排对象待核查、提出建议", "/rectification?Batch=0");
        AddReviews(found[0].ToPlan, "个社区已列入整顿，待编制方案", "/rectification?Batch=0&Stage=Listed");
        AddReviews(found[0].ToPreAccept, "个社区整顿问题全部解决，待初验", "/rectification?Batch=0&Stage=Rectifying");
        AddReviews(found[0].ToListCases, "个社区拟列入整顿，待研究决定", "/rectification?Batch=0&Stage=Proposed");
        AddReviews(found[0].ToApprovePlans, "个社区整顿方案待批准", "/rectification?Batch=0&Stage=Listed");
        if (found[0].UnhelpedBy is { } helpBy)
        {
            list.Add(new(helpBy < today ? 0 : 2, $"{found[0].Unhelped}个整顿社区帮扶力量未配齐", $"最早的应在{Show.Words(helpBy)}前配齐，{Show.Remaining(helpBy, today)}", "/rectification?Batch=0&Unhelped=true", helpBy < today ? "red" : "yellow"));
        }

        if (found[0].OpinionCase is { } opinionCase)
        {
            list.Add(new(2, $"{found[0].Opinions}条居民意见超过办理时限", "办完后向居民反馈，再办结", $"/rectification/{opinionCase}/opinions", "yellow"));
        }

        AddReviews(found[0].ToEndorse, "个示范点申报待推荐", $"/demonstration-sites?year={today.Year}&Stage=Declared");
        AddReviews(found[0].ToSelect, "个示范点待审核、查看、公示、确定或审定一点一策", $"/demonstration-sites?year={today.Year}&Waiting=true");
        AddReviews(found[0].ToRecheck, "个示范点待年度复核", $"/demonstration-sites?year={today.Year}&Waiting=true", "每年复核一次，部务会决定保留、警示或摘牌");
        if (found[0].SiteToPlan is { } planned)
        {
            list.Add(found[0].SitePlanSince?.AddDays(DemonstrationSite.PlanDays) is { } by
                ? new(by < today ? 0 : 2, "编制示范点一点一策", $"{Show.Words(by)}前报组织部，{Show.Remaining(by, today)}", $"/demonstration-sites/{planned}/plan", by < today ? "red" : "yellow")
                : new(3, "编制示范点下一年的一点一策", "继续培育，措施报组织部审定", $"/demonstration-sites/{planned}/plan", "yellow"));
        }

        if (found[0] is { WarnedSite: { } warnedSite, WarnedUntil: { } until })
        {
            list.Add(new(until < today ? 0 : 2, "示范点复核被警示，请整改", $"{Show.Day(until)}前整改，{Show.Remaining(until, today)}", $"/demonstration-sites/{warnedSite}", until < today ? "red" : "yellow"));
        }

        AddFiveInOne(found[0].Promised, found[0].ToKeep, found[0].Reported);
        AddReviews(found[0].SheetsToReview, "份承诺待审核", $"/five-in-one?year={today.Year}&Step=PledgesWaiting");
        AddReviews(found[0].PledgesToSettle, "项承诺待确认兑现", $"/five-in-one?year={found[0].SettleIn}&Step=PledgesWaiting");
        AddReviews(found[0].DebriefsToReview, "份述职报告待审核", $"/five-in-one?year={found[0].DebriefsIn}&Step=ReportsWaiting");
        AddReviews(found[0].DebriefsToGrade, "份述职待登记评议、等次", $"/five-in-one?year={found[0].DebriefsIn}&Step=Ungraded");
        AddReviews(found[0].ToTalk, "名书记述职评议等次一般或差，待约谈", $"/five-in-one?year={found[0].TalkIn}&Step=WithoutTalk", "约谈后登记组织措施，提出整改时限");
        AddReviews(found[0].Corrections, "项指标更正待核准", "/figures/corrections");
        AddReviews(found[0].Raised + found[0].Referred, "件协调事项待处理", "/coordination?Mine=true");
        AddReviews(found[0].Wanting, "件协调事项部门申请延期或转办，待决定", "/coordination?Mine=true");
        AddReviews(found[0].ToEvaluateLate, $"份{today.Year - 1}年责任书待年终评定", $"/agreements/evaluation?year={today.Year - 1}", "年度归档前评定，可以在一张表里一并评定");
        AddReviews(found[0].ToEvaluate, "份责任书待年终评定", $"/agreements/evaluation?year={today.Year}", "可以在一张表里一并评定");
        if (found[0].Ratings > 0)
        {
            list.Add(new(2, $"{found[0].Ratings}件协调事项已答复，请评价", "", "/coordination?Mine=true", "yellow"));
        }

        if (found[0].ReplyBy is { } replyBy)
        {
            list.Add(new(replyBy < today ? 0 : 2, $"{found[0].Replies}件协调事项待答复", $"最早的{Show.Words(replyBy)}24:00到期，{Show.Remaining(replyBy, today)}{Reminded("组织科", found[0].RepliesRemindedAt)}", "/coordination?Mine=true", replyBy < today ? "red" : "yellow"));
        }

        if (found[0].Agreement is { } agreement)
        {
            AddAgreement(agreement.Id, agreement.Stage, agreement.DueOn);
        }

        if (signs)
        {
            AddReviews(found[0].ToRenew, "份责任书待甲方补签", $"/agreements?year={today.Year}&Status=NeedsAddendum", "签字人已变动，各条款和原签字继续有效");
            AddReviews(found[0].ToSign, "份责任书待签字", "/agreements?Status=SignedByLower");
            if (found[0].ToConfirm is { } amended)
            {
                list.Add(new(3, "责任书条款修改待您确认", "双方都确认后，条款按新的内容执行", $"/agreements/{amended}", "yellow"));
            }
        }

        return [.. list.OrderBy(t => t.Order)];

        string Reminded(string? section, DateTime? at) => at is { } when ? $"；{section}{(OfficeTime.DayOf(when) == today ? "今天" : $"{OfficeTime.DayOf(when):M月d日}")}提醒过" : "";

        void AddAgreement(int id, AgreementStage stage, DateOnly due)
        {
            var (late, left) = (today > due, $"{Show.Words(due)}前签订，{Show.Remaining(due, today)}");
            Todo? todo = stage switch
            {
                AgreementStage.Issued when user.May(Act.FillAgreements, own) => new(late ? 0 : 2, $"核对{today.Year}年责任书", left, $"/agreements/{id}", late ? "red" : "yellow"),
                AgreementStage.Ready when user.May(Act.SignAgreements, own) => new(late ? 0 : 1, $"签订{today.Year}年责任书", left, $"/agreements/{id}", late ? "red" : "yellow"),
                AgreementStage.Effective when user.May(Act.SignAgreements, own) => new(1, $"补签{today.Year}年责任书", $"请自任职之日起{Agreement.AddendumDays}天内补签", $"/agreements/{id}", "yellow"),
                _ => null,
            };
            if (todo is not null)
            {
                list.Add(todo);
            }
        }

        void AddFiveInOne(PledgeStage? promised, int toKeep, DebriefStage? reported)
        {
            var due = PledgeSheet.DueOn(today.Year);
            var (tone, order, left) = (due < today ? "red" : "yellow", due < today ? 0 : 2, $"{Show.Words(due)}前公示，{Show.Remaining(due, today)}");
            var pledges = $"/five-in-one/{own}/{today.Year}/pledges";
            var todo = !promises ? null : promised switch
            {
                null or PledgeStage.Drafting => new Todo(order, $"填写{today.Year}年承诺", left, pledges, tone),
                PledgeStage.Returned => new Todo(0, $"修改被退回的{today.Year}年承诺", left, pledges, "red"),
                PledgeStage.Reviewed => new Todo(order, $"公示{today.Year}年承诺", left, pledges, tone),
                PledgeStage.Published when toKeep > 0 => new Todo(2, $"{toKeep}项承诺已到期，申报兑现", "", pledges, "yellow"),
                _ => null,
            };
            var by = Debrief.DueOn(reportYear);
            var report = $"/five-in-one/{own}/{reportYear}/report";
            var written = !debriefs ? null : reported switch
            {
                null or DebriefStage.Drafting => new Todo(by < today ? 0 : 2, $"撰写{reportYear}年述职报告", $"{Show.Words(by)}前报送，{Show.Remaining(by, today)}", report, by < today ? "red" : "yellow"),
                DebriefStage.Returned => new Todo(0, $"修改被退回的{reportYear}年述职报告", "", report, "red"),
                _ => null,
            };
            list.AddRange(new[] { todo, written }.OfType<Todo>());
        }

        void AddReviews(int count, string what, string link, string detail = "")
        {
            if (count > 0)
            {
                list.Add(new(3, $"{count}{what}", detail, link, "yellow"));
            }
        }
    }

    /// <summary>How many own filings, or matters to be answered, wait in the person's other posts; their contents stay behind those posts.</summary>
    public async Task<IReadOnlyList<(HeldPost Post, int Count)>> OtherPostsAsync()
    {
        var others = user.Posts.Where(p => p != user.Post).ToList();
        var (filings, replies) = (await FilingsAsync(Of(PostKind.Secretary, PostKind.Deputy, PostKind.Officer)), await RepliesAsync(Of(PostKind.Liaison)));
        return [.. others.Select(p => (p, (p.Kind is PostKind.Liaison ? replies : filings).GetValueOrDefault(p.OrganizationId)))];

        int[] Of(params PostKind[] kinds) => [.. others.Where(p => kinds.Contains(p.Kind)).Select(p => p.OrganizationId).Distinct()];
    }

    // Both past the reading filter, which is that of the active post: the person's other posts may stand elsewhere. Only numbers leave.
    private async Task<Dictionary<int, int>> RepliesAsync(int[] departments) => departments.Length == 0 ? [] : await db.CoordinationItems.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
        .Where(i => i.State == CoordinationState.Sent && i.DepartmentId != null && departments.Contains(i.DepartmentId.Value))
        .GroupBy(i => i.DepartmentId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    private async Task<Dictionary<int, int>> FilingsAsync(int[] others)
    {
        var today = clock.Today;
        return others.Length == 0 ? [] : await db.Filings.IgnoreQueryFilters([PartyWorkDb.SubtreeFilter])
            .Where(f => others.Contains(f.OrganizationId) && f.Year == today.Year && f.Window.Opens <= today
                && f.Stage != FilingStage.Accepted && f.Stage != FilingStage.Submitted)
            .GroupBy(f => f.OrganizationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
    }
}
