using FsCheck.Xunit;
using PartyWork.Domain.Rectification;
using static PartyWork.Domain.Tests.Rectification.GivenCase;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>Whoever does whatever in whatever order to a community that is put right: no step is skipped, and what was refused changed nothing.</summary>
public sealed class CaseProperties
{
    // From where each stage is come to.
    private static readonly Dictionary<CaseStage, CaseStage[]> Before = new()
    {
        [CaseStage.Candidate] = [],
        [CaseStage.Checked] = [CaseStage.Candidate],
        [CaseStage.Proposed] = [CaseStage.Checked],
        [CaseStage.Listed] = [CaseStage.Proposed],
        [CaseStage.Rectifying] = [CaseStage.Listed, CaseStage.Relapsed],
        [CaseStage.PreAccepted] = [CaseStage.Rectifying, CaseStage.Extended, CaseStage.Consolidating],
        [CaseStage.Applied] = [CaseStage.PreAccepted],
        [CaseStage.Accepted] = [CaseStage.Applied],
        [CaseStage.Consolidating] = [CaseStage.Applied],
        [CaseStage.Extended] = [CaseStage.Applied],
        [CaseStage.Settled] = [CaseStage.Accepted],
        [CaseStage.Relapsed] = [CaseStage.Accepted, CaseStage.Settled],
        [CaseStage.Dropped] = [CaseStage.Candidate, CaseStage.Checked, CaseStage.Proposed],
    };

    [Property(MaxTest = 2_000)]
    public void No_step_is_skipped_and_a_refused_act_changes_nothing(byte[] acts)
    {
        var (of, day) = (Candidate(), Day(2, 10));
        foreach (var act in acts)
        {
            var before = Snapshot.Of(of);
            try
            {
                Do(of, act, day);
            }
            catch (BrokenRuleException)
            {
                Assert.Equal(before, Snapshot.Of(of));
            }

            day = day.AddDays(act % 40);
            Assert.True(of.Stage == before.Stage || Before[of.Stage].Contains(before.Stage), $"{before.Stage} → {of.Stage}");
            Assert.InRange(of.Steps.Count, before.Steps, int.MaxValue);
            Assert.Equal(of.Steps.Select(s => s.On).Order(), of.Steps.Select(s => s.On));
            Assert.True(before.Stage < CaseStage.Listed || before.Baseline == of.Baseline, "The baseline moved after the listing.");
        }
    }

    private static void Do(RectificationCase of, byte act, DateOnly day)
    {
        var by = (act / 16 % 3) switch { 0 => Clerk, 1 => Secretary, _ => Superior };
        switch (act % 16)
        {
            case 0: of.Check(CheckMethod.Joint, "情况属实", by, day, day); break;
            case 1: of.SetBaseline(Baseline() with { Satisfied = act / 8 }); break;
            case 2 or 3: of.Propose("建议列入", by, day); break;
            case 4 or 5: of.List("纪要", day, by, day); break;
            case 6: of.Write(of.Reasons, of.Causes, "满意率达到85%以上"); break;
            case 7 when of.Problems.Count < 3: of.Include(Planned(of.Problems.Count + 1), CaseReasons.Service, null); break;
            case 8: of.ApprovePlan(by, day); break;
            case 9 when of.Problems.Count > 0: of.Explain(of.Problems[act / 16 % of.Problems.Count], "已逐户说明", by, day); break;
            case 10: of.PreAccept("同意报验", by, day); break;
            case 11: of.Apply("申请验收", by, day); break;
            case 12: of.Decide((AcceptanceOutcome)(1 + (act / 16 % 3)), "现场核验", by, day, day); break;
            case 13: of.LookBack("没有反弹", by, day, day); break;
            case 14 when act > 200: of.Relapse("又有集中反映", by, day, day); break;
            case 15 when act > 230: of.Drop("情况已改变", by, day); break;
        }
    }

    private sealed record Snapshot(CaseStage Stage, int Steps, int Problems, CaseBaseline? Baseline, string Aim, DateOnly? ListedOn, DateOnly? EndedOn)
    {
        public static Snapshot Of(RectificationCase of) => new(of.Stage, of.Steps.Count, of.Problems.Count, of.Baseline, of.Aim, of.ListedOn, of.EndedOn);
    }
}
