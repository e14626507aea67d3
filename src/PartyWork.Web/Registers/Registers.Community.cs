using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Registers;

/// <summary>民主决策、区域化党建.</summary>
public static partial class Registers
{
    private static readonly PostKind[] District = [PostKind.DistrictStaff];

    public static readonly Register<DecisionMatter> Decisions = new("decisions", "民主决策事项", RegisterGroup.Community, m => new { m.Name, m.RaisedBy }, m => new { m.Name, m.Category, m.Households, m.Reached, m.ClosedOn })
    {
        Purpose = "按一征三议两公开办理的事项：每办完一步登记一行日期、票数和情况，前一步没有办妥，后一步登记不上；第二次公开期满即为办结。",
        Day = "立项日期",
        Belongs = IsOfCommunity,
        Long = m => new { m.SuperiorOpinion, m.SupervisionOpinion },
        Details = RegisterDetails.Of<DecisionMatter, DecisionStepRecord>("办理步骤", m => m.Steps, s => new { }, s => new { s.Step, s.From }),
        Hints = new Dictionary<string, string>
        {
            [nameof(DecisionMatter.IsEmergency)] = "涉及安全、须先行施工的；商议和上级审核以后可以先实施，决议和公开随后补办。",
            [nameof(DecisionMatter.SuperiorOpinion)] = "街道党工委、镇党委对方案合法、可行的意见，决议以前填写。",
            [nameof(DecisionMatter.FinalFen)] = "办结的按决算金额计，没有决算的按决议批准金额计。",
        },
    };

    public static readonly Register<DecisionRule> DecisionRules = new("decision-rules", "民主决策程序规定", RegisterGroup.Community, r => r.Basis, r => new { r.ConsultDays, r.PublicationDays, r.Quorum, r.Majority, r.Basis })
    {
        Purpose = "全区民主决策征求意见、公开各不少于几天，到会和通过各要多少人；事项按立项当日的规定办到底。没有登记的，征求意见不少于3天、公开不少于7天，过半数到会、过半数实到人员赞成。",
        Day = "执行日期",
        Ends = "停止执行日期",
        Belongs = o => o.Level is OrganizationLevel.District,
        KeptBy = District,
        Hints = new Dictionary<string, string> { [nameof(DecisionRule.Base)] = "赞成人数按实到人数算，还是按应到人数算。" },
    };

    public static readonly Register<PartyUnion> Unions = new("unions", "大党工委、大党委", RegisterGroup.Community, u => new { u.Name, u.Secretary, u.ApprovalNo }, u => new { u.Name, u.Level, u.Secretary, u.ApprovalNo })
    {
        Purpose = "街道大党工委、社区大党委和它们的成员单位；同一单位参加几个社区的，按一个单位计。",
        Day = "成立日期",
        Ends = "撤销日期",
        Belongs = o => IsOfCommunity(o) || o.Domain is OrganizationDomain.Subdistrict or OrganizationDomain.Town,
        Details = RegisterDetails.Of<PartyUnion, UnionMember>("成员单位", u => u.Members, m => m.Unit),
        Hints = new Dictionary<string, string> { [nameof(PartyUnion.FullTimeMembers)] = "一般1至2名；兼职委员登记在成员单位中。" },
    };

    public static readonly Register<Commitment> Commitments = new("commitments", "共建承诺", RegisterGroup.Community, c => new { c.Unit, c.Item, c.Responsible }, c => new { c.Unit, c.Item, c.DueOn, c.DoneOn })
    {
        Purpose = "成员单位对社区的年度承诺：完成后写明结果，由受益社区确认才算完成。",
        Day = "承诺日期",
        Long = c => c.Result,
        Confirmer = "受益社区",
        Overdue = (commitments, today) => commitments.Where(c => c.DueOn < today && c.DoneOn == null && c.CancelledOn == null),
        Remark = async (db, commitment) =>
        {
            var (unit, year) = (commitment.Unit, commitment.On.Year);
            var count = await db.Set<Commitment>().CountAsync(c => c.Unit == unit && c.WithdrawnOn == null && c.CancelledOn == null && c.On >= new DateOnly(year, 1, 1) && c.On <= new DateOnly(year, 12, 31));
            return count > Commitment.MostPerUnitAndYear ? $"“{unit}”{year}年已有{count}条承诺；为减轻单位负担，每个单位一年一般不超过{Commitment.MostPerUnitAndYear}条。" : "";
        },
        Hints = new Dictionary<string, string>
        {
            [nameof(Commitment.Unit)] = "单位自己有账号的由单位登记；驻区单位没有账号的，由街道党工委代为登记。",
            [nameof(Commitment.Item)] = "每个单位一年一般不超过2条，写清做什么、做到什么程度。",
        },
    };

    public static readonly Register<PetitionCount> PetitionCounts = new("petitions", "信访数据", RegisterGroup.Community, p => new { p.Source }, p => new { p.Cases, p.MassEvents, p.RepeatedOrSkipped, p.Finding })
    {
        Purpose = "信访部门按月提供的社区汇总数，由区委组织部登记或导入，一个社区一个月一条；考核和整顿验收据此计算。不登记信访人和信访内容。",
        Day = "统计截止日",
        Belongs = IsOfCommunity,
        KeptBy = [PostKind.DistrictStaff],
        IsKeptFromAbove = true,
        Hints = new Dictionary<string, string> { [nameof(PetitionCount.RepeatedOrSkipped)] = "只填认定为社区处置不当引发的；没有的填0。" },
    };

    private static IReadOnlyList<Register> CommunityRegisters => [Decisions, DecisionRules, Unions, Commitments, PetitionCounts];

    private static bool IsOfCommunity(OrgNode node) => node is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary };
}
