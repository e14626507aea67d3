using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Registers;

/// <summary>两新组织.</summary>
public static partial class Registers
{
    public static readonly Register<TwoNewUnit> TwoNewUnits = new("two-new-units", "两新单位", RegisterGroup.TwoNew, u => new { u.Name, u.Industry }, u => new { u.Name, u.Kind, u.State, u.Employees, u.Members, u.Industry })
    {
        Purpose = "属地内的非公企业和社会组织（单位，不是党组织）及其覆盖情况；覆盖率按单位计，停业、空壳、失联、注销的不计入分母。",
        Day = "成立或入驻日期",
        Ends = "移出名单日期",
        Belongs = o => o.Level is not OrganizationLevel.District,
        Private = u => u.Head,
        Details = RegisterDetails.Of<TwoNewUnit, UnitCoverage>("覆盖情况", u => u.Coverage, c => c.By, c => new { c.Mode, c.By, c.From }),
        Hints = new Dictionary<string, string>
        {
            [nameof(TwoNewUnit.CreditCode)] = "18位；最后一位是校验位，抄错会提示。",
            [nameof(TwoNewUnit.Members)] = "组织关系在本单位的。",
            [nameof(TwoNewUnit.StoppedOn)] = "恢复正常运营的，改回“正常”并清空本栏。",
            [nameof(TwoNewUnit.ShouldBuildFrom)] = "有3名以上正式党员、条件成熟之日；一般3个月内建立党组织。",
        },
    };

    public static readonly Register<StarDeclaration> StarDeclarations = new("star-declarations", "星级创评申报", RegisterGroup.TwoNew, s => new { }, s => new { s.Former, s.Declared, s.SelfScore, s.Confirmed, s.ConfirmedOn })
    {
        Purpose = "两新党组织当年申报的星级和评定结果，申报数和星级分布从这里数。",
        Day = "申报日期",
        Belongs = o => o.Domain is OrganizationDomain.TwoNew,
        Long = s => s.Practice,
    };

    private static IReadOnlyList<Register> TwoNewRegisters => [TwoNewUnits, StarDeclarations];
}
