using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Organizations;

/// <summary>One entry of the audit chain in the words of the office.</summary>
public sealed record OrganizationChange(DateTime At, string Who, string What, IReadOnlyList<string> Fields, string Why);

/// <summary>变更记录 of one organisation: its data, affiliation and posts. The reading filter decides who gets any.</summary>
public static class OrganizationHistory
{
    public const int Shown = 50;

    private static readonly string[] Kinds = [nameof(Organization), nameof(Affiliation), nameof(PostHolding)];

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["Code"] = "组织代码", ["Name"] = "名称", ["Level"] = "层级", ["Kind"] = "类别", ["Domain"] = "领域", ["Nature"] = "组建方式", ["SortNo"] = "官方顺序",
        ["MemberCount"] = "党员数", ["Phone"] = "联系电话", ["Territory"] = "属地或所在单位", ["TerritoryId"] = "属地", ["AssessmentLineId"] = "考核归口",
        ["ElectedOn"] = "本届选举日期", ["Remark"] = "备注", ["ClosedOn"] = "撤销日期", ["ParentId"] = "隶属上级", ["PersonId"] = "姓名", ["Title"] = "职务",
        ["From"] = "起始日期", ["To"] = "截止日期",
    };

    public static async Task<IReadOnlyList<OrganizationChange>> ReadAsync(PartyWorkDb db, OrgTree tree, int id, IReadOnlyList<HolderRow> holders)
    {
        var entries = await db.AuditEntries.Where(e => e.OrganizationId == id && Kinds.Contains(e.Kind)).OrderByDescending(e => e.Sequence).Take(Shown)
            .Select(e => new { e.At, e.Name, e.Post, e.Kind, e.Key, e.Act, e.Changes, e.Why }).ToListAsync();
        return [.. entries.Select(e => new OrganizationChange(e.At, e.Post.Length > 0 ? $"{e.Name}（{e.Post}）" : e.Name, What(e.Kind, e.Key, e.Act, holders), Fields(e.Changes, tree, holders), e.Why))];
    }

    private static string What(string kind, string key, string act, IReadOnlyList<HolderRow> holders) => kind switch
    {
        nameof(PostHolding) => (act == "新增" ? "任职" : "变更任职") + (holders.FirstOrDefault(h => h.Id.ToString(CultureInfo.InvariantCulture) == key) is { } holder ? $"：{holder.Name}" : ""),
        nameof(Affiliation) => act == "新增" ? "确定隶属" : "变更隶属",
        _ => $"{act}党组织",
    };

    private static List<string> Fields(string changes, OrgTree tree, IReadOnlyList<HolderRow> holders)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes) ?? [];
        return [.. fields.Where(f => Labels.ContainsKey(f.Key)).Select(f => f.Value[0] is { } old
            ? $"{Labels[f.Key]}：{Value(f.Key, old)} → {Value(f.Key, f.Value[1])}"
            : $"{Labels[f.Key]}：{Value(f.Key, f.Value[1])}")];

        string Value(string field, string? value) => value is null or "" ? "（空）"
            : field is "ParentId" or "TerritoryId" or "AssessmentLineId" ? Number(value) is var organization && tree.Find(organization) is { } node ? node.Name : value
            : field is "PersonId" ? holders.FirstOrDefault(h => h.PersonId == Number(value))?.Name ?? "—"
            : value;

        static int Number(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
