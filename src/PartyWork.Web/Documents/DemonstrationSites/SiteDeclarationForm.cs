using PartyWork.Domain;
using PartyWork.Domain.DemonstrationSites;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.DemonstrationSites;

/// <summary>示范点申报表 on A4: as it stands in the product, with the places for signatures and seals.</summary>
public static class SiteDeclarationForm
{
    private static readonly WordColumn[] Columns = [new("项目", 16), new("内容", 54)];

    /// <param name="isShown">Whether the reader may see what was typed: a draft is its organisation's.</param>
    /// <param name="site">Null until the secretary has confirmed.</param>
    public static byte[] Write(SiteDeclaration declaration, bool isShown, DemonstrationSite? site, string organization, string committee, SiteDomain domain)
    {
        var (programme, text) = (declaration.Programme, isShown ? declaration.Text : new("", "", [], "", []));
        string Row(string key) => isShown ? declaration.Row(key)?.Words ?? "" : "";
        var title = $"{declaration.Filing.Year}年示范点申报表";
        var document = new WordDocument();
        document.Title(title);
        document.Line($"方案：{programme.Name}", $"依据：{programme.BasisDocument}");
        document.Table(Columns,
        [
            ["申报单位", organization],
            ["领域和类型", $"{domain.Text()}　{text.Type}"],
            ["书记", Row(SiteDeclaration.Secretary)],
            ["党员数", Row(SiteDeclaration.Members)],
            ["已有荣誉", Row(SiteDeclaration.Honors)],
            ["拟打造主题", text.Theme],
            ["特色做法", string.Join('\n', text.Practices.Where(p => p.Length > 0))],
            ["需支持事项", text.Support],
            ["基本条件自查", string.Join('\n', SiteDeclaration.Conditions.Select((c, i) => $"{i + 1}. {c}：{Said(text, i)}"))],
            ["书记签字、日期", site is null ? "\n" : $"{site.DeclaredBy}　{site.DeclaredOn:yyyy年M月d日}"],
            ["党（工）委意见、日期、章", site?.EndorsedOn is { } endorsed ? $"{site.CommitteeOpinion}\n{committee}　{endorsed:yyyy年M月d日}" : "\n\n"],
            ["组织部审核意见", site?.ReviewedOn is { } reviewed ? $"{site.ReviewOpinion}\n{reviewed:yyyy年M月d日}" : "\n\n"],
            ["现场评分", site?.VisitScore is { } score ? $"{Quantity.Print(score)}分（{site.VisitedOn:yyyy年M月d日}，{site.Visitors}）" : "\n"],
        ]);
        return document.ToBytes($"{organization}{title}");
    }

    private static string Said(DeclarationText text, int i) => i >= text.Conditions.Count || text.Conditions[i].Holds is not { } holds ? "□是　□否" : $"{(holds ? "■是　□否" : "□是　■否")}{(text.Conditions[i].Words.Length > 0 ? $"（{text.Conditions[i].Words}）" : "")}";
}
