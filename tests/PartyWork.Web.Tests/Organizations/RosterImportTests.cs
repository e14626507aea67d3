using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Documents.Organizations;
using PartyWork.Web.Tests.Documents;

namespace PartyWork.Web.Tests.Organizations;

public sealed class RosterImportTests : IAsyncLifetime
{
    private const string Wenming = "QH01001,文明社区党总支,", Secretary = "许豪华";

    private readonly OrganizationsFixture _district = new();

    public ValueTask InitializeAsync() => _district.InitializeAsync();

    public ValueTask DisposeAsync() => _district.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Either_form_of_the_roster_brings_in_the_whole_district(bool workbook)
    {
        var plan = await _district.ImportAsync(workbook ? Samples.RosterXlsx : Samples.RosterCsv, workbook ? "名册.xlsx" : "名册.csv");
        Assert.All(plan.Lines, l => Assert.True(l.IsNew));
        var tree = await _district.TreeAsync();
        Assert.Equal(264, tree.InOrder.Count);
        Assert.Equal(plan.Lines.Select(l => l.Row.Code), tree.InOrder.Select(n => n.Code));
        Assert.Equal([1, 20], tree.InOrder.GroupBy(n => n.Level).OrderBy(g => g.Key).Take(2).Select(g => g.Count()));
        var stored = await _district.ReadAsync(db => db.Organizations.SingleAsync(o => o.Code == "QH01001914"));
        Assert.Equal(("万和商业广场联合党支部", OrganizationLevel.Branch, OrganizationNature.Joint, 5), (stored.Name, stored.Level, stored.Nature, stored.MemberCount));
        Assert.Equal("文明社区党总支", tree.Find(stored.TerritoryId)?.Name);
        Assert.Equal(Secretary, Assert.Single(await _district.HoldingsAsync("QH01001", PostKind.Secretary)).Person.Name);
    }

    [Fact]
    public async Task The_same_roster_again_changes_nothing_whichever_form_it_has()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var before = await AuditedAsync();
        var plan = await _district.ImportAsync(Samples.RosterXlsx, "名册.xlsx");
        Assert.All(plan.Lines, l => Assert.Empty(l.Changes));
        Assert.Equal(before, await AuditedAsync());
    }

    [Fact]
    public async Task The_roster_written_by_the_program_can_be_imported_again()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var tree = await _district.TreeAsync();
        var written = await _district.ReadAsync(db => new RosterSheet(db, _district.Clock).WriteAsync(tree));
        var plan = await _district.PlanAsync(written, "名册.xlsx");
        Assert.Empty(plan.Findings);
        Assert.Equal(264, plan.Lines.Count);
        Assert.All(plan.Lines, l => Assert.Empty(l.Changes));
    }

    [Fact]
    public async Task A_new_name_and_a_new_secretary_are_changes_and_the_former_secretary_is_ended()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var changed = OrganizationsFixture.RosterText.Replace(Wenming, "QH01001,文明社区党委,", StringComparison.Ordinal).Replace(Secretary, "郑新", StringComparison.Ordinal);
        var plan = await _district.ImportAsync(changed);
        var line = Assert.Single(plan.Lines, l => l.Changes.Count > 0);
        Assert.Equal(["名称：文明社区党总支 → 文明社区党委", $"书记：{Secretary} → 郑新"], line.Changes);
        Assert.Equal("文明社区党委", (await _district.TreeAsync()).InOrder.Single(n => n.Code == "QH01001").Name);
        var (former, now) = await _district.HoldingsAsync("QH01001", PostKind.Secretary) is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Equal((Secretary, "郑新"), (former.Person.Name, now.Person.Name));
        Assert.Equal((now.From.AddDays(-1), _district.Clock.Today, null), (former.To, now.From, now.To));
    }

    [Fact]
    public async Task A_faulty_row_is_left_out_and_the_good_rows_are_imported()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var faulty = OrganizationsFixture.RosterText.Replace("QH01001,文明社区党总支,QH01,党总支", "QH01001,文明社区党委,QH01,党小组", StringComparison.Ordinal)
            .Replace("QH01002,桂花社区党委,", "QH01002,桂花社区委员会,", StringComparison.Ordinal);
        var plan = await _district.ImportAsync(faulty);
        var finding = Assert.Single(plan.Findings);
        Assert.Equal((4, "类别"), (finding.Row, finding.Column));
        Assert.Equal("QH01002", Assert.Single(plan.Lines, l => l.Changes.Count > 0).Row.Code);
        Assert.Contains(plan.Notices, n => n.Contains("文明社区党总支", StringComparison.Ordinal));
        var tree = await _district.TreeAsync();
        Assert.Equal(["文明社区党总支", "桂花社区委员会"], tree.InOrder.Where(n => n.Code is "QH01001" or "QH01002").Select(n => n.Name));
    }

    [Fact]
    public async Task A_vacancy_of_the_roster_stays_vacant_and_a_blank_cell_leaves_the_holder()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        Assert.Empty(await _district.HoldingsAsync("QH01006", PostKind.Secretary));
        var blank = OrganizationsFixture.RosterText.Replace($",{Secretary},", ",,", StringComparison.Ordinal);
        var plan = await _district.ImportAsync(blank);
        Assert.All(plan.Lines, l => Assert.Empty(l.Changes));
        Assert.Contains($"文明社区党总支的书记在名册中为空，系统现任为“{Secretary}”，未作改动。", plan.Notices);
        Assert.Null(Assert.Single(await _district.HoldingsAsync("QH01001", PostKind.Secretary)).To);
    }

    [Fact]
    public async Task A_vacancy_that_the_remark_states_ends_the_holder()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var row = OrganizationsFixture.RosterText.Split('\n').Single(l => l.StartsWith(Wenming, StringComparison.Ordinal)).TrimEnd('\r');
        var vacant = row.Replace($",{Secretary},", ",,", StringComparison.Ordinal) + "书记空缺";
        await _district.ImportAsync(OrganizationsFixture.RosterText.Replace(row, vacant, StringComparison.Ordinal));
        Assert.NotNull(Assert.Single(await _district.HoldingsAsync("QH01001", PostKind.Secretary)).To);
    }

    [Fact]
    public async Task The_record_of_an_import_names_the_organisation_even_of_what_was_just_added()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var id = (await _district.TreeAsync()).InOrder.Single(n => n.Code == "QH01001").Id;
        var kinds = await _district.ReadAsync(db => db.AuditEntries.Where(e => e.OrganizationId == id).OrderBy(e => e.Kind).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["Affiliation", "Organization", "PostHolding", "PostHolding"], kinds);
        Assert.False(await _district.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.OrganizationId == 0)));
    }

    [Fact]
    public async Task A_new_organisation_takes_its_place_in_the_official_order_and_moves_no_other()
    {
        await _district.ImportAsync(Samples.RosterCsv, "名册.csv");
        var text = OrganizationsFixture.RosterText.Replace("QH01002,", "QH01999,新风社区党支部,QH01,党支部,社区,,春晖街道新风社区,,,,0-8000000,12,2026-01-10,\nQH01002,", StringComparison.Ordinal);
        var plan = await _district.ImportAsync(text);
        Assert.Equal("QH01999", Assert.Single(plan.Lines, l => l.Changes.Count > 0).Row.Code);
        var codes = (await _district.TreeAsync()).Children((await _district.TreeAsync()).InOrder.Single(n => n.Code == "QH01").Id).Select(n => n.Code).ToList();
        Assert.Equal(codes.IndexOf("QH01002") - 1, codes.IndexOf("QH01999"));
        Assert.All((await _district.PlanAsync(System.Text.Encoding.UTF8.GetBytes(text), "名册.csv")).Lines, l => Assert.Empty(l.Changes));
    }

    private Task<int> AuditedAsync() => _district.ReadAsync(db => db.AuditEntries.CountAsync());
}
