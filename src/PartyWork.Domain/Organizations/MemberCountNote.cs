using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.Organizations;

/// <summary>Why an organisation's member count is not the sum of those below it.</summary>
/// <param name="IsExplained">False when neither the roster's remark nor members of its own explain the difference.</param>
public sealed partial record MemberCountNote(string Text, bool IsExplained)
{
    /// <param name="below">The sum over the organisations directly below; null when there are none.</param>
    /// <returns>Null when there is nothing to say.</returns>
    public static MemberCountNote? Of(OrganizationLevel level, int members, int? below, string remark)
    {
        var stated = Unlisted().Match(remark.Normalize(NormalizationForm.FormKC)) is { Success: true } match ? int.Parse(match.Groups["members"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var difference = members - (below ?? 0);
        return difference == 0 || (below is null && stated == 0) ? null
            : difference < 0 ? new($"比下级合计少{-difference}名，请核对", false)
            : difference == stated ? new(remark, true)
            : stated > difference ? new($"与下级合计相差{difference}名，名册注明{remark}，两者不符", false)
            : stated > 0 ? new($"与下级合计相差{difference}名：名册注明{remark}，其余{difference - stated}名未说明", false)
            : level >= OrganizationLevel.Primary ? new($"其中直接隶属的党员{difference}名", true)
            : new($"与下级合计相差{difference}名，名册未说明", false);
    }

    [GeneratedRegex(@"未列支部[0-9]{1,4}个.?党员(?<members>[0-9]{1,6})名")]
    private static partial Regex Unlisted();
}
