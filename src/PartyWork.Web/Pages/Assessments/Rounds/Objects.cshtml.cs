using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>列入考核对象 by kind, all or sampled, and taking them off the list again while the plan is a draft.</summary>
public sealed class ObjectsModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ObjectListPage(db, user, clock)
{
    [BindProperty]
    public ObjectGroup? Group { get; set; }

    /// <summary>Only within this committee.</summary>
    [BindProperty, Display(Name = "范围")]
    public int? Within { get; set; }

    /// <summary>随机抽取几个; empty for all.</summary>
    [BindProperty]
    public string? Sample { get; set; }

    /// <summary>Named one a line.</summary>
    [BindProperty]
    public string? Names { get; set; }

    public IReadOnlyList<(RubricKind Kind, int Count)> Kinds => [.. All.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];

    [Needs(Act.ReadRounds)]
    public Task<IActionResult> OnGetAsync(int id) => GetAsync(id);

    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostAddAsync(int id) => DoAsync(id, async () =>
    {
        var choice = await ObjectChoice.OfAsync(Db, Current.Tree, Round.Phase, Today);
        await LoadSheetsAsync();
        var listed = Round.Sheets.Select(s => s.OrganizationId).ToHashSet();
        var chosen = string.IsNullOrWhiteSpace(Names) ? Grouped(choice, listed) : choice.Named(Names);
        var added = chosen.Where(n => !listed.Contains(n.Id)).DistinctBy(n => n.Id).ToList();
        Rule.Require(IsOfDistrict || added.TrueForAll(n => Current.Tree.IsAbove(Round.OrganizerId, n.Id)), "只能列入本级下属的党组织。");
        Rule.Require(added.Count > 0, chosen.Count > 0 ? "所选单位都已列入本轮考核。" : "没有这一类单位，请另选类别或范围。");
        var year = Round.Year;
        var rubrics = (await Db.Rubrics.Where(r => r.Year == year && r.PublishedOn != null).ToListAsync()).GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => g.MaxBy(r => r.No)!);
        foreach (var node in added)
        {
            var kind = choice.RubricOf(node)!.Value;
            Rule.Require(rubrics.ContainsKey(kind), $"{year}年{kind.Text()}考核细则还没有启用，“{node.Name}”不能列入。");
            Round.Assess(node.Id, rubrics[kind]);
        }

        return $"已列入{added.Count}个单位{(chosen.Count > added.Count ? $"，另有{chosen.Count - added.Count}个原已列入" : "")}。";
    }, "/objects");

    /// <summary>移出.</summary>
    /// <param name="chosen">评分表.</param>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostRemoveAsync(int id, List<int> chosen) => DoAsync(id, async () =>
    {
        await LoadSheetsAsync();
        var gone = Round.Sheets.Where(s => chosen.Contains(s.Id)).ToList();
        return Remove(gone);
    }, "/objects");

    /// <summary>移出 all that the filter has found.</summary>
    [Needs(Act.ManageRounds)]
    public Task<IActionResult> OnPostRemoveFoundAsync(int id) => DoAsync(id, async () =>
    {
        await base.ShowAsync();
        await LoadSheetsAsync();
        var found = Found.Select(o => o.SheetId).ToHashSet();
        return Remove([.. Round.Sheets.Where(s => found.Contains(s.Id))]);
    }, "/objects");

    private string Remove(List<ScoreSheet> gone)
    {
        Rule.Require(gone.Count > 0, "请勾选要移出的单位。");
        foreach (var sheet in gone)
        {
            Round.Leave(sheet);
        }

        Db.RemoveRange(gone);
        return $"已移出{gone.Count}个单位。";
    }

    private IReadOnlyList<OrgNode> Grouped(ObjectChoice choice, HashSet<int> listed)
    {
        Rule.Require(Group is not null && Enum.IsDefined(Group.Value), "请选择列入哪一类，或者填写单位名称。");
        var all = choice.Of(Group!.Value, Within ?? (IsOfDistrict ? null : Round.OrganizerId)).Where(n => n.Id != Round.OrganizerId).ToList();
        if (string.IsNullOrWhiteSpace(Sample))
        {
            return all;
        }

        Rule.Require(int.TryParse(Sample.Trim(), out var count) && count > 0, "抽取个数应是正整数；全部列入的不填。");
        var left = all.Where(n => !listed.Contains(n.Id)).ToList();
        Rule.Require(count <= left.Count, $"这一类还没有列入的只有{left.Count}个，请少抽一些，或全部列入。");
        return ObjectChoice.Sample(left, count);
    }
}
