using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using static PartyWork.Web.Figures.Dictionary.RegisterFacts;
using static PartyWork.Web.Figures.FigureSection;

namespace PartyWork.Web.Figures.Dictionary;

/// <summary>What was honoured in the year by formal documents.</summary>
internal static class HonorFigures
{
    private static string Key => Registers.Registers.Honors.Key;

    public static readonly IReadOnlyList<Figure> All =
    [
        new("honored_org_name", "受表彰的先进基层党组织", "", "报告年度内授予集体的荣誉中名称含“先进基层党组织”的，列级别最高的党组织。")
        {
            Fold = FigureFold.Text, Sections = [FigureSection.CommunityService],
            Facts = (db, p) => Rows<Honor>(db, h => h.Object == HonorObject.Collective && h.Name.Contains("先进基层党组织")).Where(h => h.On >= p.From && h.On <= p.Cutoff)
                .Join(Unmistakable(db), h => h.OrganizationId, o => o.Id, (h, o) => new Fact { OrganizationId = h.OrganizationId, RecordKind = Key, RecordId = h.Id, Amount = (int)h.Level, DistinctKey = o.Name, On = h.On, EnteredOn = h.EnteredOn }),
        },
        new("honor_granting_body", "授予先进基层党组织的机关", "", "授予上述荣誉的机关的规范名称，级别高的在前。")
        {
            Fold = FigureFold.Text, Sections = [FigureSection.CommunityService],
            Facts = (db, p) => Rows<Honor>(db, h => h.Object == HonorObject.Collective && h.Name.Contains("先进基层党组织")).Where(h => h.On >= p.From && h.On <= p.Cutoff)
                .Select(h => new Fact { OrganizationId = h.OrganizationId, RecordKind = Key, RecordId = h.Id, Amount = (int)h.Level, DistinctKey = h.GrantedBy, On = h.On, EnteredOn = h.EnteredOn }),
        },
        new("honors_list", "受表彰奖励情况", "项", "报告年度内以正式文件授予的荣誉，按国家级、省级、市级、区级，同级的先集体后个人，各列几项。")
        {
            Fold = FigureFold.Spread, Sections = [FigureSection.Honors],
            Facts = (db, p) => Rows<Honor>(db).Where(h => h.On >= p.From && h.On <= p.Cutoff).Select(With(
                (Honor h, long rank, string word) => new Fact { OrganizationId = h.OrganizationId, RecordKind = Key, RecordId = h.Id, Amount = rank, DistinctKey = word, On = h.On, EnteredOn = h.EnteredOn },
                h => ((int)h.Level * 2) + (h.Object == HonorObject.Collective ? 1 : 0),
                h => (h.Level == HonorLevel.National ? "国家级" : h.Level == HonorLevel.Province ? "省级" : h.Level == HonorLevel.City ? "市级" : "区级") + (h.Object == HonorObject.Collective ? "集体表彰" : "个人表彰"))),
        },
        Count("honors_total", "受表彰奖励项数", "项", "报告年度内以正式文件授予集体和个人的荣誉，一份文件授予一个对象计一项。", h => true, Honors),
        Count("honors_collective", "集体受表彰项数", "项", "受表彰奖励中授予集体的。", h => h.Object == HonorObject.Collective, Supplement),
        Count("honors_person", "个人受表彰项数", "项", "受表彰奖励中授予个人的。", h => h.Object == HonorObject.Person, Supplement),
    ];

    /// <summary>文明社区党总支（春晖街道）, as <see cref="OrgTree.Unmistakable(OrgNode)"/> has it; by joins, for no database groups by what a subquery yields.</summary>
    private static IQueryable<Named> Unmistakable(PartyWorkDb db) =>
        from o in db.Organizations
        join same in db.Organizations.GroupBy(o => o.Name).Select(g => new { Name = g.Key, Count = g.Count() }) on o.Name equals same.Name
        from a in o.Affiliations.Where(a => a.To == null).DefaultIfEmpty()
        select new Named { Id = o.Id, Name = same.Count > 1 && a != null ? o.Name + "（" + a.Parent.Name.Replace("党工委", "").Replace("党委", "") + "）" : o.Name };

    private sealed class Named
    {
        public int Id { get; init; }
        public string Name { get; init; } = "";
    }

    private static Figure Count(string key, string name, string unit, string definition, System.Linq.Expressions.Expression<Func<Honor, bool>> which, FigureSection section) =>
        new(key, name, unit, definition) { Sections = [section], Facts = Happened(Registers.Registers.Honors, which) };
}
