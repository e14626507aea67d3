using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.Assessments;

/// <summary>
/// 验收标准 of a rubric, as 结果认定 says it: the sentence that is printed is the rule that decides.
/// </summary>
/// <param name="AcceptedFrom">合格, points in hundredths.</param>
/// <param name="ConsolidatingFrom">基本合格, points in hundredths; below it the rectification is extended.</param>
/// <param name="LeastSatisfaction">满意率, hundredths of a percent.</param>
/// <param name="Veto">不满意票 from this share on fail outright, hundredths of a percent.</param>
public sealed partial record PassRule(int AcceptedFrom, int ConsolidatingFrom, int LeastSatisfaction, int Veto)
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public string Print() =>
        $"总分不低于{Of(AcceptedFrom)}分、群众满意率不低于{Of(LeastSatisfaction)}%、不满意票低于{Of(Veto)}%、信访率不高于列入时、列出的问题全部销号或作出说明的，方可通过验收。"
        + $"合格（销号）不低于{Of(AcceptedFrom)}分，基本合格（巩固提升3—6个月）{Of(ConsolidatingFrom)}至{Of(AcceptedFrom)}分，不合格（延期整顿）低于{Of(ConsolidatingFrom)}分。";

    /// <summary>Null where 结果认定 is written in other words or leaves a number out.</summary>
    public static PassRule? Read(string verdict)
    {
        var match = Written().Match(verdict);
        return match.Success && Number("total") is var accepted && Number("least") is var least && least <= accepted ? new(accepted, least, Number("satisfied"), Number("veto")) : null;

        int Number(string group) => (int)(decimal.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) * Quantity.One);
    }

    private static string Of(int hundredths) => Quantity.Print(hundredths);

    [GeneratedRegex(@"总分不低于(?<total>[0-9]{1,3}(\.[0-9]{1,2})?)分.*满意率不低于(?<satisfied>[0-9]{1,3}(\.[0-9]{1,2})?)%.*不满意票(低于|不超过)(?<veto>[0-9]{1,3}(\.[0-9]{1,2})?)%.*基本合格[^0-9，]*(3—6个月）)?(?<least>[0-9]{1,3}(\.[0-9]{1,2})?)至")]
    private static partial Regex Written();
}
