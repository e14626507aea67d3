using PartyWork.Domain.Organizations;
using PartyWork.Domain.Rectification;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.Rectification;

/// <summary>A case in each of its stages: listed on 10 March, its plan approved on 25 March.</summary>
internal static class GivenCase
{
    public static readonly DateOnly ListedOn = Day(3, 10), ApprovedOn = Day(3, 25), Earliest = Day(9, 10);

    public static readonly HelperText Helper = new("周启明", "区委组织部", "科员", "");

    public static BatchScheme Scheme() => new("第七批后进社区整顿方案", "青组发〔2026〕7号", "三步四位", 1, 1, 1, 2, null);

    public static RectificationBatch Batch(BatchScheme? scheme = null) => new(2026, 7, scheme ?? Scheme(), Superior, Day(2, 1));

    public static RectificationCase Candidate(BatchScheme? scheme = null, CaseReasons reasons = CaseReasons.Petitions | CaseReasons.Service) =>
        new(Batch(scheme), Community().WithId(OrganizationId), reasons, "老旧楼院多，居民反映加装电梯推进慢", Clerk, Day(2, 10));

    public static RectificationCase Checked()
    {
        var of = Candidate();
        of.Check(CheckMethod.Joint, "会同信访、民政入户核查，情况属实", Superior, Day(2, 20), Day(2, 20));
        return of;
    }

    public static RectificationCase Proposed()
    {
        var of = Checked();
        of.SetBaseline(Baseline());
        of.Propose("经党工委会议研究，建议列入", Secretary, Day(2, 28));
        return of;
    }

    public static CaseBaseline Baseline() => new(60, 33, 21, 5200, 1980, "2025年居民满意度测评");

    public static RectificationCase Listed()
    {
        var of = Proposed();
        of.List("部务会纪要〔2026〕5号", ListedOn, Superior, ListedOn);
        return of;
    }

    /// <summary>A problem with its measure, as a plan wants it.</summary>
    public static Problem Planned(int no = 1) => ListedProblem(Stated() with { Source = ProblemSource.Residents }, no, DraftTask(no: no));

    public static RectificationCase WithPlan(params IEnumerable<Problem> problems)
    {
        var of = Listed();
        of.Write(of.Reasons, of.Causes, "年底前满意率达到85%以上");
        foreach (var problem in problems)
        {
            of.Include(problem, CaseReasons.Service, null);
        }

        return of;
    }

    public static RectificationCase Rectifying()
    {
        var of = WithPlan(Planned());
        of.ApprovePlan(Superior, ApprovedOn);
        return of;
    }

    public static RectificationCase PreAccepted()
    {
        var of = Rectifying();
        of.Explain(of.Problems[0], "产权单位不同意，已向居民逐户说明", Secretary, Day(8, 1));
        of.PreAccept("问题均已解决或说明，同意报验", Secretary, Day(8, 20));
        return of;
    }

    public static RectificationCase Applied()
    {
        var of = PreAccepted();
        of.Apply("申请验收", Secretary, Earliest);
        return of;
    }

    public static RectificationCase StruckOff()
    {
        var of = Applied();
        of.Decide(AcceptanceOutcome.Accepted, "符合销号条件", Superior, Day(9, 28), Day(9, 28));
        return of;
    }

    public static PostHolding HelperPost(HelperRole role = HelperRole.FirstSecretary, int id = 31) =>
        new PostHolding(new Person("周启明", "").WithId(id), Community().WithId(OrganizationId), role.Post(), "文明社区" + role.Text(), ListedOn).WithId(id);
}
