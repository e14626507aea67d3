using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Organizations;

/// <summary>Writes the present roster in the form that <see cref="Roster"/> reads: importing it again changes nothing.</summary>
public sealed class RosterSheet(PartyWorkDb db, BusinessClock clock)
{
    private static readonly SheetColumn[] Columns =
    [
        new("组织代码"), new("党组织名称"), new("隶属上级代码"), new("类别"), new("领域"), new("组建方式"), new("属地或所在单位"),
        new("书记"), new("副书记"), new("党务干事"), new("联系电话"), new("党员数"), new("本届选举日期"), new("备注"),
    ];

    public async Task<byte[]> WriteAsync(OrgTree tree)
    {
        var today = clock.Today;
        var facts = await db.Organizations.Where(o => o.ClosedOn == null).Select(o => new
        {
            o.Id,
            o.Nature,
            o.Territory,
            o.Phone,
            o.MemberCount,
            o.ElectedOn,
            o.Remark,
            Holders = db.PostHoldings.Where(h => h.OrganizationId == o.Id && h.To == null).OrderBy(h => h.Id).Select(h => new { h.Kind, h.Person.Name }).ToList(),
        }).ToDictionaryAsync(o => o.Id);
        var rows = tree.InOrder.Where(n => facts.ContainsKey(n.Id)).Select(n =>
        {
            var o = facts[n.Id];
            return (IReadOnlyList<object?>)
            [
                n.Code, n.Name, tree.Parent(n.Id)?.Code, n.Kind.Text(), n.Domain.Text(), o.Nature.Text(), o.Territory,
                Name(PostKind.Secretary), Name(PostKind.Deputy), Name(PostKind.Officer), o.Phone, o.MemberCount * Quantity.One, o.ElectedOn, o.Remark,
            ];

            string? Name(PostKind kind) => o.Holders.FirstOrDefault(h => h.Kind == kind)?.Name;
        }).ToList();
        return SheetWriter.Write(new SheetLayout("党组织名册", "党组织名册", Columns, rows) { SecondLine = [$"导出日期：{today:yyyy-MM-dd}"] });
    }
}
