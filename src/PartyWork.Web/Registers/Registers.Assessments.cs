using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>整顿与考核: kept by the district until their own processes make these records.</summary>
public static partial class Registers
{
    private static readonly PostKind[] District = [PostKind.DistrictStaff];

    public static readonly Register<LaggingCase> LaggingCases = new("lagging-cases", "整顿社区", RegisterGroup.Special, c => new { c.Problems, c.Method }, c => new { c.Batch, c.Reasons, c.Method })
    {
        Purpose = "先行登记：列入整顿的社区、帮扶力量、每月走访、意见、资金和实事，以及整顿前后的满意票和信访件次；整顿流程上线后由流程生成。",
        Day = "列入日期",
        Ends = "销号日期",
        Belongs = IsOfCommunity,
        KeptBy = District,
        Long = c => c.Problems,
        Details = RegisterDetails.Of<LaggingCase, LaggingProgress>("整顿进展", c => c.Progress, p => p.Words, p => p.Day),
        Hints = new Dictionary<string, string> { [nameof(LaggingCase.VotesBefore)] = "满意票为非常满意、满意、基本满意之和。" },
    };

    private static IReadOnlyList<Register> AssessmentRegisters => [LaggingCases];
}
