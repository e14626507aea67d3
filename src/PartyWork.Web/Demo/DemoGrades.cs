using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>等次 of last year: the meeting follows what was proposed, but for one that it puts lower, and the department's leader announces. This year a veto is being looked into.</summary>
public sealed class DemoGrades(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor staff, Actor leader)
{
    public async Task LoadAsync()
    {
        if (new DateOnly(year, 12, 8) is var raised && raised <= today && tree.InOrder.FirstOrDefault(n => n.Code == "QH19") is { } park)
        {
            db.Add(new VetoReview(park.Id, park.Domain, year, VetoGround.FundMisuse, "审计抽查发现一笔活动经费的用途与批复不符，金额0.8万元，正在核实。", staff, raised));
            await db.SaveChangesAsync();
        }

        var (met, announced) = (new DateOnly(year, 1, 18), new DateOnly(year, 1, 23));
        if (announced > today || await db.Rounds.SingleOrDefaultAsync(r => r.Year == year - 1 && r.Phase == AssessmentPhase.End && r.Stage == RoundStage.Closed) is not { } round)
        {
            return;
        }

        var scheme = (await db.GradingSchemes.OfYearAsync(year - 1))!;
        await db.ScoreSheets.Where(s => s.RoundId == round.Id).LoadAsync();
        var assessed = await AnnualCompositions.OfAsync(db, tree, scheme, round.Id, met);
        var groups = AnnualCompositions.Propose(scheme, assessed);
        var grades = groups.SelectMany(g => g.Proposals).ToDictionary(p => p.Candidate.OrganizationId, p => p.Proposed);
        var lowered = groups.Single(g => g.Group is GradeGroup.Subdistrict).Proposals.Last(p => p.Proposed is AssessmentGrade.Good).Candidate.OrganizationId;
        grades[lowered] = AssessmentGrade.Fair;
        round.Grade(groups, assessed.ToDictionary(a => a.OrganizationId, a => a.Composition), grades, new Dictionary<int, string> { [lowered] = "督查发现的问题整改不彻底，经部务会研究" }, id => tree[id].Name, $"青组部纪〔{met.Year}〕1号", met, met);
        round.Announce($"青发〔{met.Year}〕2号", leader, announced);
        round.Archive();
        await db.SaveChangesAsync();
    }
}
