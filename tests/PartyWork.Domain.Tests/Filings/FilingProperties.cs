using FsCheck.Xunit;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

/// <summary>What holds whatever people do in whatever order, allowed or refused.</summary>
public sealed class FilingProperties
{
    public enum Deed { EditT1, EditT2, Prepare, Confirm, SignOffline, ConfirmSignature, ReturnT1, ReturnUnknown, Accept, AcceptOwn, Extend, Unlock, AnHourPasses, ADayPasses, TwoWeeksPass }

    [Property(MaxTest = 2_000)]
    public void There_are_as_many_versions_as_submissions(Deed[] deeds) => Live(deeds, (_, filing) =>
    {
        Assert.Equal(filing.Acts.Count(IsSubmission), filing.Versions.Count);
        Assert.Equal(Enumerable.Range(1, filing.Versions.Count), filing.Versions.Select(v => v.No));
    });

    [Property(MaxTest = 2_000)]
    public void Only_what_was_submitted_is_accepted_and_that_is_the_end(Deed[] deeds) => Live(deeds, (before, filing) =>
    {
        if (filing.Stage is FilingStage.Accepted)
        {
            Assert.Contains(before.Stage, new[] { FilingStage.Submitted, FilingStage.Accepted });
        }

        Assert.True(before.Stage is not FilingStage.Accepted || filing.Stage is FilingStage.Accepted);
    });

    [Property(MaxTest = 2_000)]
    public void The_first_submission_never_changes_and_late_stays_late(Deed[] deeds) => Live(deeds, (before, filing) =>
    {
        if (before.FirstSubmittedAt is not null)
        {
            Assert.Equal((before.FirstSubmittedAt, before.IsLate), (filing.FirstSubmittedAt, filing.IsLate));
        }
    });

    [Property(MaxTest = 2_000)]
    public void Versions_never_change(Deed[] deeds) => Live(deeds, (before, filing) =>
        Assert.Equal(before.Versions, filing.Versions.Take(before.Versions.Count).Select(v => v.Content)));

    [Property(MaxTest = 2_000)]
    public void A_refused_act_changes_nothing(Deed[] deeds)
    {
        var (filing, now) = (NewFiling(), At(Opens.AddDays(-1)));
        foreach (var deed in deeds)
        {
            var before = Snapshot.Of(filing);
            try
            {
                now = Do(filing, deed, now);
            }
            catch (BrokenRuleException)
            {
                Assert.Equivalent(before, Snapshot.Of(filing), strict: true);
            }
        }
    }

    private static bool IsSubmission(FilingAct act) => act.Kind is FilingActKind.Confirm or FilingActKind.SignOffline;

    private static void Live(Deed[] deeds, Action<Snapshot, Filing> holds)
    {
        var (filing, now) = (NewFiling(), At(Opens));
        foreach (var deed in deeds)
        {
            var before = Snapshot.Of(filing);
            try
            {
                now = Do(filing, deed, now);
            }
            catch (BrokenRuleException)
            {
                // refused, and life goes on
            }

            holds(before, filing);
        }
    }

    private static DateTime Do(Filing filing, Deed deed, DateTime now)
    {
        var today = OfficeTime.DayOf(now);
        switch (deed)
        {
            case Deed.EditT1: filing.Edit("T1", "任务1", now).Fill(Answer.Value, 1, now.DayOfYear); break;
            case Deed.EditT2: filing.Edit("T2", "任务2", now).Fill(Answer.Nil, null, null); break;
            case Deed.Prepare: filing.Prepare(Clerk, now); break;
            case Deed.Confirm: filing.Confirm(Secretary, now); break;
            case Deed.SignOffline: filing.SignOffline(Clerk, today, now); break;
            case Deed.ConfirmSignature: filing.ConfirmSignature(Secretary, now); break;
            case Deed.ReturnT1: SendBack(filing, "T1", now); break;
            case Deed.ReturnUnknown: filing.Return(Superior, new Dictionary<string, string> { ["T1"] = "请核实", ["T9"] = "请核实" }, today.AddDays(30), Notices, now); break;
            case Deed.Accept: filing.Accept(Superior, now); break;
            case Deed.AcceptOwn: filing.Accept(Secretary, now); break;
            case Deed.Extend: filing.Extend(Superior, today.AddDays(7), "换届", now); break;
            case Deed.Unlock: filing.Unlock(Superior, today.AddDays(3), "补报", now); break;
            case Deed.AnHourPasses: return now.AddHours(1);
            case Deed.ADayPasses: return now.AddDays(1);
            case Deed.TwoWeeksPass: return now.AddDays(14);
        }

        return now;
    }

    private sealed record Snapshot(
        FilingStage Stage, DateTime? StageSince, DateTime? PreparedAt, DateTime? FirstSubmittedAt, bool IsLate, DateOnly DueOn, DateOnly? UnlockedUntil,
        DateOnly? ReturnDueOn, bool SignaturePending, int Acts, IReadOnlyList<string> Rows, IReadOnlyList<string> Versions)
    {
        public static Snapshot Of(Filing f) => new(
            f.Stage, f.StageSince, f.PreparedAt, f.FirstSubmittedAt, f.IsLate, f.DueOn, f.UnlockedUntil, f.ReturnDueOn, f.SignaturePending, f.Acts.Count,
            [.. f.Rows.Select(r => $"{r.Key} {r.Answer} {r.Choice} {r.Value} {r.ReturnReason} {r.IsFrozen}")], [.. f.Versions.Select(v => v.Content)]);
    }
}
