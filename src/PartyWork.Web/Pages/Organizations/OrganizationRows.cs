using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Organizations;

/// <param name="Tone">Of the dot: red is overdue, yellow is coming or to be checked.</param>
/// <param name="Why">The reason, as a sentence.</param>
public sealed record OrganizationNotice(string Tone, string Word, string Why)
{
    public string Text => Why.Length > 0 ? $"{Word}：{Why}" : Word;
}

/// <summary>An organisation as the directory shows it.</summary>
/// <param name="Secretary">"" while the post is vacant.</param>
/// <param name="Below">How many organisations are directly below it.</param>
public sealed record OrganizationRow(
    OrgNode Node, OrganizationNature Nature, int MemberCount, string Secretary, int Below, MemberCountNote? CountNote, IReadOnlyList<OrganizationNotice> Notices);

/// <summary>Reads rows of the directory in one command and says what needs attention in each.</summary>
public sealed class OrganizationRows(PartyWorkDb db, OrgTree tree, DateOnly today)
{
    /// <param name="only">The organisations wanted and those directly below them, whose counts are added up; null for all.</param>
    public async Task<IReadOnlyDictionary<int, OrganizationRow>> ReadAsync(IReadOnlyCollection<int>? only)
    {
        var wanted = only is null ? db.Organizations : db.Organizations.Where(o => only.Contains(o.Id));
        var facts = (await wanted.Select(o => new
        {
            o.Id,
            o.Nature,
            o.MemberCount,
            o.ElectedOn,
            o.Remark,
            Secretary = db.PostHoldings
                .Where(h => h.OrganizationId == o.Id && h.Kind == PostKind.Secretary && h.From <= today && (h.To == null || h.To >= today))
                .OrderBy(h => h.Id).Select(h => h.Person.Name).FirstOrDefault(),
        }).ToListAsync()).ToDictionary(o => o.Id);
        return facts.Values.Where(o => tree.Find(o.Id) is not null).ToDictionary(o => o.Id, o =>
        {
            var node = tree[o.Id];
            var below = tree.Children(o.Id).Where(c => c.ClosedOn is null).ToList();
            var sum = below.Count > 0 && below.All(c => facts.ContainsKey(c.Id)) ? below.Sum(c => facts[c.Id].MemberCount) : (int?)null;
            var note = below.Count > 0 && sum is null ? null : MemberCountNote.Of(node.Level, o.MemberCount, sum, o.Remark);
            return new OrganizationRow(node, o.Nature, o.MemberCount, o.Secretary ?? "", below.Count, note, [.. Notices(node, o.Secretary, o.ElectedOn, o.Remark, note)]);
        });
    }

    private IEnumerable<OrganizationNotice> Notices(OrgNode node, string? secretary, DateOnly? electedOn, string remark, MemberCountNote? count)
    {
        if (node.ClosedOn is { } closed)
        {
            yield return new("grey", node.SuccessorId is null ? "已撤销" : "已合并", $"存续至{closed:yyyy年M月d日}{(tree.Find(node.SuccessorId) is { } successor ? $"，并入{successor.Name}" : "")}");
            yield break;
        }

        if (secretary is null && node.Level is not OrganizationLevel.District)
        {
            yield return remark.Contains("书记空缺", StringComparison.Ordinal) ? new("red", "书记空缺", "名册备注注明") : new("red", "无书记", "未登记现任书记");
        }

        if (Organization.TermNotice(electedOn, node.Kind, node.Domain, today) is { } term)
        {
            yield return electedOn is null ? new("yellow", "任期不详", term) : term.Contains("将于", StringComparison.Ordinal) ? new("yellow", "任期将满", term) : new("red", "任期已满", term);
        }

        if (count is { IsExplained: false })
        {
            yield return new("yellow", "人数待核", count.Text);
        }
    }
}
