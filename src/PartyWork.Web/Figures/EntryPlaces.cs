using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>去登记: on which page an organisation enters the records behind a metric. What others enter for it, as 信访数据 and 测评, has none.</summary>
public static class EntryPlaces
{
    private const string FiveInOne = "/five-in-one/{0}?year={1}";

    private static readonly (string Prefix, string Word, string Address)[] Places =
    [
        ("agreement.", "目标责任书", "/agreements?year={1}"),
        ("lists.", "三张清单", "/lists?year={1}"),
        ("tasks.", "任务清单", "/lists/tasks?year={1}"),
        ("rectify.", "问题清单", "/lists/problems?year={1}"),
        ("ledger.", "书记台账", "/ledger"),
        ("pledge.", "公开承诺", FiveInOne),
        ("debrief.", "述职评议", FiveInOne),
        ("meeting.", "组织生活记录", "/registers/meetings"),
        ("appraisal.", "组织生活记录", "/registers/meetings"),
        ("leader_meeting.", "组织生活记录", "/registers/meetings"),
        ("activity.", "主题活动", "/registers/activities"),
        ("study.", "主题活动", "/registers/activities"),
        ("campaign.", "工程与主题活动方案", "/registers/campaigns"),
        ("open_life.", "基地预约", "/registers/base-bookings"),
        ("training.", "培训班", "/registers/training"),
        ("decision.", "民主决策事项", "/registers/decisions"),
        ("resident_meeting.", "民主决策事项", "/registers/decisions"),
        ("fund.", "三项经费", "/registers/community-funds"),
        ("commitment.", "共建承诺", "/registers/commitments"),
        ("union.", "大党工委、大党委", "/registers/unions"),
        ("service.", "社区服务", "/registers/community-services"),
        ("workstation.", "党建品牌与命名工作站", "/registers/brands"),
        ("good_deed.", "好事实事", "/registers/good-deeds"),
        ("two_new.", "两新单位", "/registers/two-new-units"),
        ("star.", "星级创评申报", "/registers/star-declarations"),
        ("org.", "党组织资料", "/organizations/{0}"),
        ("cultivation.", "示范点", "/demonstration-sites"),
    ];

    /// <summary>Null where nothing is kept, or where others enter it; a branch's debriefs, for instance.</summary>
    public static (string Word, string Address)? Of(string metric, OrgNode organization, int year) =>
        ScoreMetrics.All.GetValueOrDefault(metric) is { IsAwaited: false } && Places.FirstOrDefault(p => metric.StartsWith(p.Prefix, StringComparison.Ordinal)) is { Word: not null } place
            && (place.Address != FiveInOne || organization.Level is not OrganizationLevel.Branch)
            ? (place.Word, string.Format(System.Globalization.CultureInfo.InvariantCulture, place.Address, organization.Id, year))
            : null;
}
