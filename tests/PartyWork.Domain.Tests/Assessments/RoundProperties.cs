using FsCheck;
using FsCheck.Xunit;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

/// <summary>Whoever does whatever in whatever order: no step is skipped, what is submitted does not move, and nobody scores without right.</summary>
public sealed class RoundProperties
{
    private static readonly Actor[] People = [AsLeader, AsOne, AsStranger, Secretary, Given.Superior];

    [Property(MaxTest = 2_000)]
    public void No_step_is_skipped_and_what_is_submitted_stays(byte[] acts)
    {
        var round = Drafted(acts.Length % 2 == 0 ? AssessmentPhase.Mid : AssessmentPhase.End, First, Second);
        round.Form(1, [Leader, One, Two], Leader.PersonId);
        round.Form(2, [OtherLeader, Three, Four], OtherLeader.PersonId);
        var day = Given.Day(6, 25);
        foreach (var (index, act) in acts.Index())
        {
            var (stage, sheets) = (round.Stage, round.Sheets.Select(s => (s.Stage, s.Hash, Sum: s.Lines.Sum(l => l.Team ?? 0))).ToList());
            var by = People[act % People.Length];
            var sheet = round.Sheets[act / 8 % 2];
            try
            {
                Do(round, sheet, act, index, by, day);
            }
            catch (BrokenRuleException)
            {
                // refused: what stands is looked at below
            }

            day = day.AddDays(act % 3);
            Assert.True(round.Stage == stage || round.Stage == Next(round, stage), $"{stage} → {round.Stage}");
            Assert.Equal(round.Stage >= RoundStage.Graded && round.Phase is AssessmentPhase.End ? round.Sheets.Count : 0, round.Results.Count);
            foreach (var (before, after) in sheets.Zip(round.Sheets))
            {
                Assert.True(after.Stage == before.Stage || after.Stage == before.Stage + 1 || (before.Stage is SheetStage.Provisional && after.Stage is SheetStage.Scoring), $"{before.Stage} → {after.Stage}");
                Assert.True(before.Stage < SheetStage.Provisional || after.Stage < SheetStage.Provisional || (before.Hash, before.Sum) == (after.Hash, after.Lines.Sum(l => l.Team ?? 0)));
                Assert.All(after.Lines, l => Assert.InRange(l.Standing ?? 0, 0, l.Points));
                Assert.All(after.Lines.Where(l => l.IsScored), l => Assert.Contains(l.ScoredBy, after.Team!.Members.Select(m => m.Name)));
                Assert.Equal(after.Stage is SheetStage.Waiting && after.Lines.Count == 0 ? 0 : Rubric.FullMarks, after.Lines.Sum(l => l.Worth));
            }
        }
    }

    /// <summary>A mid-year check is not graded.</summary>
    private static RoundStage Next(Round round, RoundStage stage) => stage is RoundStage.Closed && round.Phase is AssessmentPhase.Mid ? RoundStage.Archived : stage + 1;

    private static void Do(Round round, ScoreSheet sheet, byte act, int index, Actor by, DateOnly day)
    {
        var now = Given.At(day);
        switch ((act + index) % 14)
        {
            case 0:
                round.Publish(new WorkYear(2026, new Scheme(), "无变化"), round.Sheets.ToDictionary(s => s.OrganizationId, _ => OrganizationLevel.Committee), by, day);
                break;
            case 1:
                round.Freeze(s => s.Rubric.Criteria.ToDictionary(c => c, _ => new ScoreBasis(Records(), 6, null)), new Dictionary<int, Filing>(), GivenRubric.Metrics, now);
                break;
            case 2:
                round.Draw($"{act}", "见证甲", "见证乙", Codes, now);
                break;
            case 3 or 4:
                foreach (var line in sheet.Lines)
                {
                    sheet.Score(line, line.Computed is null ? Entry(line.Points - act, act == 0 ? "" : "现场查看资料不全，与登记内容不一致", act == 0 ? "" : "现场查看") : Entry(), GivenRubric.Metrics, by, now);
                }

                break;
            case 5:
                sheet.Submit(day, "较好", by, now);
                break;
            case 6:
                sheet.Reopen("核对");
                break;
            case 7:
                sheet.GiveFeedback("1号", Given.Notices, day);
                break;
            case 8:
                sheet.Object("A1-1", ObjectionGround.Fact, "情况", by, now);
                break;
            case 9 when sheet.Objections is [var objection, ..]:
                sheet.Decide(objection, act % 2 == 0 ? ObjectionOutcome.Kept : ObjectionOutcome.Adjusted, act % 2 == 0 ? null : 4_000 + act, "复核甲", "复核乙", "经查", by, now);
                break;
            case 10:
                round.Close(day);
                break;
            case 11:
                round.Archive();
                break;
            case 12:
                var group = GroupGrading.Of(GradeGroup.Subdistrict, GivenGrading.Scheme(), [.. round.Sheets.Select(s => GivenGrading.Candidate(s.OrganizationId, s.FinalTotal ?? 0))]);
                var composition = Composition.Of(GivenGrading.Scheme(), RubricKind.Committee, [new(ResultPart.YearEnd, act * 30, "")], [], []);
                round.Grade([group], round.Sheets.ToDictionary(s => s.OrganizationId, _ => composition), group.Proposals.ToDictionary(p => p.Candidate.OrganizationId, p => p.Proposed), new Dictionary<int, string>(), o => $"{o}", "部务会1号", day, day);
                break;
            case 13:
                round.Announce("青发1号", by, day);
                break;
        }
    }
}
