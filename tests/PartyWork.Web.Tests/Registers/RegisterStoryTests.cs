using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Registers;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Tests.Registers;

/// <summary>Entered once in a form or a workbook, confirmed by the other party, found again, exported, read by whom it concerns.</summary>
public sealed class RegisterStoryTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_clerk_enters_an_honour_mends_it_and_its_history_tells()
    {
        using var clerk = await app.SignedInAsync("wenming.officer");
        var form = (await clerk.GetPageAsync("/registers/honors/entry")).Type("Name", "先进基层党组织甲").Type("On", "2026-06-30").Type("Level", "市级").Type("Object", "集体");

        var refused = await clerk.PageAsync(await form.SubmitAsync("button[formaction*='Save']:not([name])"));
        Assert.Contains("授予机关：没有填写。", refused.Text, StringComparison.Ordinal);
        Assert.Equal("先进基层党组织甲", refused.Find("[name=Name]")!.GetAttribute("value"));
        var saved = await clerk.FollowAsync(await refused.Type("GrantedBy", "市委").SubmitAsync("button[formaction*='Save']:not([name])"));

        var id = await app.WithDbAsync(db => db.Set<Honor>().Where(h => h.Name == "先进基层党组织甲").Select(h => h.Id).SingleAsync());
        Assert.Contains($"第{id}号", saved.Text, StringComparison.Ordinal);
        var edit = (await clerk.GetPageAsync($"/registers/honors/entry/{id}")).Type("GrantedBy", "中共市委");
        var after = await clerk.FollowAsync(await edit.SubmitAsync("button[formaction*='Save']"));
        Assert.Contains("→ 中共市委", after.Text, StringComparison.Ordinal);

        // Whoever has the old page open is told so, and loses nothing.
        var stale = await clerk.PageAsync(await edit.Type("GrantedBy", "省委").SubmitAsync("button[formaction*='Save']"));
        Assert.Contains("其他同志修改过", stale.Text, StringComparison.Ordinal);
        Assert.Equal("省委", stale.Find("[name=GrantedBy]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Neighbours_do_not_see_it_superiors_do_and_nobody_enters_for_others()
    {
        var id = await AddAsync(new Honor { OrganizationId = await app.OrganizationAsync("QH01001"), On = new(2026, 5, 1), Name = "先进基层党组织乙", GrantedBy = "区委" });
        foreach (var (account, expected) in new[] { ("wangjiang.officer", HttpStatusCode.NotFound), ("yuanda.secretary", HttpStatusCode.NotFound), ("auditor", HttpStatusCode.Forbidden), ("chunhui.secretary", HttpStatusCode.OK), ("orgdept", HttpStatusCode.OK), ("inspector", HttpStatusCode.OK) })
        {
            using var client = await app.SignedInAsync(account);
            Assert.Equal((account, expected), (account, (await client.GetAsync($"/registers/honors/{id}")).StatusCode));
        }

        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.DoesNotContain("先进基层党组织乙", (await neighbour.GetPageAsync("/registers/honors?Words=先进")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_withdrawn_counts_nowhere_and_stays_to_be_read()
    {
        var id = await AddAsync(new Honor { OrganizationId = await app.OrganizationAsync("QH01001"), On = new(2026, 5, 2), Name = "登记重复了的荣誉", GrantedBy = "区委" });
        using var clerk = await app.SignedInAsync("wenming.officer");

        var page = await clerk.PageAsync(await (await clerk.GetPageAsync($"/registers/honors/{id}")).SubmitAsync("form#withdraw"));
        Assert.Contains("请写明撤回的原因", page.Text, StringComparison.Ordinal);
        await page.Type("Reason", "重复登记").SubmitAsync("form#withdraw");

        Assert.DoesNotContain("登记重复了的荣誉", (await clerk.GetPageAsync("/registers/honors")).Text, StringComparison.Ordinal);
        Assert.Contains("登记重复了的荣誉", (await clerk.GetPageAsync("/registers/honors?All=true")).Text, StringComparison.Ordinal);
        Assert.Contains("已撤回", (await clerk.GetPageAsync("/registers/honors?All=true")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"/registers/honors/entry/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_good_deed_counts_when_the_community_has_confirmed_it()
    {
        var (organs, community) = (await app.OrganizationAsync("QH15"), await app.OrganizationAsync("QH01001"));
        var id = await AddAsync(new GoodDeed { OrganizationId = organs, ConfirmerId = community, On = new(2026, 11, 1), Name = "装扶手", Beneficiaries = "独居老人", People = 12, Result = "装好", DoneOn = new(2026, 12, 1) });
        using var owner = await app.SignedInAsync("jiguan.secretary");
        Assert.Null((await owner.GetPageAsync($"/registers/good-deeds/{id}")).Find("form#confirm"));
        using var secretary = await app.SignedInAsync("wenming.secretary");
        Assert.Contains("待本级确认", (await secretary.GetPageAsync("/registers")).Text, StringComparison.Ordinal);

        await (await secretary.GetPageAsync($"/registers/good-deeds/{id}")).SubmitAsync("form#confirm button");

        Assert.Equal(RecordConfirmation.Confirmed, await app.WithDbAsync(db => db.Set<GoodDeed>().Where(d => d.Id == id).Select(d => d.Confirmation).SingleAsync()));
        using var neighbour = await app.SignedInAsync("wangjiang.officer");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/registers/good-deeds/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_class_is_entered_with_its_trainees_and_a_line_made_blank_is_gone()
    {
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var form = (await clerk.GetPageAsync("/registers/training/entry")).Type("Unit", Text(await app.OrganizationAsync("QH01"))).Type("Name", "社区书记培训班丙").Type("Audience", "社区书记、专职副书记、党务干事").Type("Host", "春晖街道")
            .Type("On", "2026-11-02").Type("LastDay", "2026-11-04").Type("Hours", "24").Type("Planned", "40").Type("L0.Name", "张三").Type("L0.Unit", "甲社区").Type("L0.HoursPresent", "24");
        var more = await clerk.PageAsync(await form.SubmitAsync("button[formaction*='More']"));
        Assert.Equal("张三", more.Find("[name='L0.Name']")!.GetAttribute("value"));
        await more.Type("L6.Name", "李四").Type("L6.Unit", "乙社区").Type("L6.HoursPresent", "20").SubmitAsync("button[formaction*='Save']:not([name])");

        var training = await app.WithDbAsync(db => db.Set<TrainingClass>().Include(c => c.Trainees).SingleAsync(c => c.Name == "社区书记培训班丙"));
        Assert.Equal(["张三", "李四"], training.Trainees.OrderBy(t => t.Id).Select(t => t.Name));
        var edit = await clerk.GetPageAsync($"/registers/training/entry/{training.Id}");
        foreach (var field in (string[])["Name", "Unit", "Post", "HoursPresent"])
        {
            edit.Type($"L0.{field}", "");
        }

        await edit.SubmitAsync("button[formaction*='Save']");
        Assert.Equal(["李四"], await app.WithDbAsync(db => db.Set<Trainee>().Where(t => t.RecordId == training.Id).Select(t => t.Name).ToListAsync()));
    }

    [Fact]
    public async Task Where_only_detail_lines_were_changed_an_older_export_and_an_older_form_are_old_too()
    {
        var training = new TrainingClass { OrganizationId = await app.OrganizationAsync("QH01"), On = new(2026, 11, 2), LastDay = new(2026, 11, 4), Name = "社区书记培训班丁", Host = "春晖街道", Hours = 24, Planned = 40 };
        training.Trainees.Add(new Trainee { OrganizationId = training.OrganizationId, Name = "张三", Unit = "甲社区", HoursPresent = 24 });
        var id = await AddAsync(training);
        using var clerk = await app.SignedInAsync("chunhui.officer");
        var file = await clerk.GetByteArrayAsync("/registers/training?handler=Export&Words=培训班丁");
        var stale = await clerk.GetPageAsync($"/registers/training/entry/{id}");
        await clerk.FollowAsync(await (await clerk.GetPageAsync($"/registers/training/entry/{id}")).Type("L0.HoursPresent", "20").SubmitAsync("button[formaction*='Save']"));
        Assert.Equal(20, await HoursAsync());

        Assert.Contains("其他同志修改过", (await clerk.PageAsync(await stale.Type("L0.HoursPresent", "24").SubmitAsync("button[formaction*='Save']"))).Text, StringComparison.Ordinal);
        Assert.Contains("在导出以后已经修改过", (await clerk.FollowAsync(await UploadAsync(clerk, "training", file))).Text, StringComparison.Ordinal); // it says 24

        // The same by a workbook.
        var (fresh, seen) = (await clerk.GetByteArrayAsync("/registers/training?handler=Export&Words=培训班丁"), await clerk.GetPageAsync($"/registers/training/entry/{id}"));
        var sheets = SheetReader.Read(new MemoryStream(fresh), "x.xlsx").Select(s => s.Rows.Select(r => r.Cells.Select(c => (object?)(c == "20" ? "22" : c)).ToArray()).ToList()).ToList();
        var book = SheetWriter.Write([.. sheets.Select((rows, i) => { var header = rows.FindIndex(r => r.Contains(RegisterWorkbook.No)); return new SheetLayout($"表{i}", $"标题{i}", [.. rows[header].Select(c => new SheetColumn($"{c}"))], [.. rows.Skip(header + 1).Where(r => $"{r[0]}" == Text(id)).Select(r => (IReadOnlyList<object?>)r)]); })]);
        await clerk.FollowAsync(await (await clerk.FollowAsync(await UploadAsync(clerk, "training", book))).SubmitAsync("form#apply"));
        Assert.Equal(22, await HoursAsync());
        Assert.Contains("其他同志修改过", (await clerk.PageAsync(await seen.Type("L0.HoursPresent", "24").SubmitAsync("button[formaction*='Save']"))).Text, StringComparison.Ordinal);

        Task<int> HoursAsync() => app.WithDbAsync(db => db.Set<Trainee>().Where(t => t.RecordId == id).Select(t => t.HoursPresent).SingleAsync());
    }

    [Fact]
    public async Task An_export_of_what_waits_past_its_day_names_no_year()
    {
        using var talent = await app.SignedInAsync("talent");

        var told = SheetReader.Read(new MemoryStream(await talent.GetByteArrayAsync("/registers/talent-needs?handler=Export&Late=true&year=2026")), "x.xlsx")[0].Rows[1].Cells[0];

        Assert.StartsWith("范围：超过期限（", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again_and_changes_nothing_twice()
    {
        var own = await app.OrganizationAsync("QH02001");
        await AddAsync(new Honor { OrganizationId = own, On = new(2026, 3, 5), Name = "导出荣誉", GrantedBy = "区委", DocumentNo = "=1+1" });
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var file = await (await clerk.GetAsync("/registers/honors?handler=Export&Words=导出荣誉")).Content.ReadAsByteArrayAsync();

        var preview = await clerk.FollowAsync(await UploadAsync(clerk, "honors", file));
        Assert.Contains("与系统内容一致", preview.Text, StringComparison.Ordinal);

        // Without its number the same row would be a second record of the same thing.
        var again = await clerk.FollowAsync(await UploadAsync(clerk, "honors", Workbook(["党组织", "授予日期", "荣誉名称", "授予机关", "级别", "对象"],
            [["QH02001", "2026-03-05", "导出荣誉", "区委", "区级", "集体"]])));
        Assert.Contains("与已登记的第", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Find("form#apply"));
    }

    [Fact]
    public async Task Every_error_names_row_and_column_and_with_one_of_them_no_row_is_saved()
    {
        using var clerk = await app.SignedInAsync("wangjiang.officer");
        var before = await CountAsync();

        var preview = await clerk.FollowAsync(await UploadAsync(clerk, "honors", Workbook(["党组织", "授予日期", "荣誉名称", "授予机关", "级别", "对象"],
        [
            ["QH02001", "2026年3月5日", "好的一行", "区委", "区级", "集体"],
            ["QH01001", "2026-03-05", "别人的", "区委", "区级", "集体"],
            ["QH02001", "三月", "日期不清", "区委", "区级", "集体"],
            ["QH02001", "2026-03-05", "级别不清", "区委", "街道级", "集体"],
            ["QH02001", "2026-03-05", "", "区委", "区级", "集体"],
            ["QH02001", "2026-03-05", "没有获奖人", "区委", "区级", "个人"],
        ])));

        foreach (var said in (string[])["第4行“党组织”填写的是“QH01001”", "第5行“授予日期”填写的是“三月”，不是日期", "第6行“级别”填写的是“街道级”，请从下列各项中选：区级、市级、省级、国家级", "第7行“荣誉名称”没有填写", "第8行“授予日期”授予个人的，请填写获奖人姓名"])
        {
            Assert.Contains(said, preview.Text, StringComparison.Ordinal);
        }

        Assert.Null(preview.Find("form#apply"));
        Assert.Equal(before, await CountAsync());
        var good = await clerk.FollowAsync(await UploadAsync(clerk, "honors", Workbook(["党组织", "授予日期", "荣誉名称", "授予机关", "级别", "对象"], [["QH02001", "2026年3月5日", "好的一行", "区委", "区级", "集体"]])));
        var done = await clerk.FollowAsync(await good.SubmitAsync("form#apply"));
        Assert.Contains("新增1条", done.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());

        Task<int> CountAsync() => app.WithDbAsync(db => db.Set<Honor>().CountAsync());
    }

    [Fact]
    public async Task An_import_neither_shows_nor_changes_the_contacts_in_another_organisations_record()
    {
        var id = await AddAsync(new TwoNewUnit { OrganizationId = await app.OrganizationAsync("QH01001"), On = new(2020, 5, 6), Name = "导入检验商行", Industry = "批发零售", CreditCode = TwoNewUnit.WithCheck("92350000MA2ABCDE9"), Head = "不可见的人" });
        using var street = await app.SignedInAsync("chunhui.officer");
        var rows = SheetReader.Read(new MemoryStream(await (await street.GetAsync("/registers/two-new-units?handler=Export&Words=导入检验商行")).Content.ReadAsByteArrayAsync()), "x.xlsx")[0].Rows.Select(r => r.Cells).ToList();
        var headers = rows.Single(r => r.Contains("负责人")).ToArray();
        var row = headers.Select((_, i) => rows.Single(r => r.Contains("导入检验商行")).ElementAtOrDefault(i) ?? "").ToArray();

        row[Array.IndexOf(headers, "从业人数*")] = "12";
        var changed = await street.FollowAsync(await UploadAsync(street, "two-new-units", Workbook(headers, [row])));
        row[Array.IndexOf(headers, "负责人")] = "王五";
        var refused = await street.FollowAsync(await UploadAsync(street, "two-new-units", Workbook(headers, [row])));

        Assert.Contains("从业人数：0 → 12", changed.Text, StringComparison.Ordinal);
        Assert.Contains("“负责人”只由它自己的党组织查看和修改，请留空。", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不可见的人", refused.Text, StringComparison.Ordinal);
        Assert.Null(refused.Find("form#apply"));
        using var own = await app.SignedInAsync("wenming.officer");
        Assert.Contains("负责人：不可见的人 → 王五", (await own.FollowAsync(await UploadAsync(own, "two-new-units", Workbook(headers, [row])))).Text, StringComparison.Ordinal);
        Assert.Equal("不可见的人", await app.WithDbAsync(db => db.Set<TwoNewUnit>().Where(u => u.Id == id).Select(u => u.Head).SingleAsync()));
    }

    [Fact]
    public async Task Every_register_has_a_page_a_form_and_a_template_that_its_import_reads()
    {
        using var staff = await app.SignedInAsync("orgdept");
        using var talent = await app.SignedInAsync("talent");
        foreach (var register in Web.Registers.Registers.All)
        {
            using var clerk = await app.SignedInAsync("wenming.officer");
            var client = register.KeptBy is null || register.KeptBy.Contains(Domain.Organizations.PostKind.DistrictStaff) ? register.IsKeptToOwner ? clerk : staff : talent;
            Assert.Equal((register.Key, HttpStatusCode.OK), (register.Key, (await client.GetAsync($"/registers/{register.Key}")).StatusCode));
            var form = await client.GetPageAsync($"/registers/{register.Key}/entry");
            Assert.Equal((register.Key, HttpStatusCode.OK), (register.Key, form.Status));
            Assert.All(register.Columns.Where(c => !c.IsPrivate), c => Assert.Equal((c.Name, c.IsComputed), (c.Name, form.Find($"[name='{c.Name}']") is null)));
            var template = await client.GetAsync($"/registers/{register.Key}/import?handler=Template");
            var sheets = SheetReader.Read(new MemoryStream(await template.Content.ReadAsByteArrayAsync()), "t.xlsx");
            Assert.All(register.Columns.Where(c => !c.IsComputed), c => Assert.Contains(RegisterWorkbook.Header(c), sheets[0].Rows.SelectMany(r => r.Cells)));
            Assert.Equal(register.Columns.Count, register.Columns.Select(c => c.Label).Distinct().Count());
        }
    }

    private Task<int> AddAsync(RegisterRecord record) => app.WithDbAsync(async db =>
    {
        record.Enter(new(1, "测试", "测试"), new(2026, 12, 18));
        db.Add(record);
        await db.SaveChangesAsync();
        return record.Id;
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Workbook(string[] headers, string[][] rows) => SheetWriter.Write(new SheetLayout("表", "标题", [.. headers.Select(h => new SheetColumn(h))], [.. rows.Select(r => (IReadOnlyList<object?>)r)]));

    [Fact]
    public async Task Two_posts_led_by_one_person_in_one_shift_are_refused_in_the_form_and_by_row_in_the_import()
    {
        await AddAsync(new SpecialAssignment { OrganizationId = await app.OrganizationAsync("QH"), On = new(2026, 12, 1), Name = "值守测试", Basis = "测试", Lead = "测试" });
        using var clerk = await app.SignedInAsync("wenming.officer");
        Page Shift(Page form, string place) => form.Type("On", "2026-12-20").Type("AssignmentName", "值守测试").Type("Place", place).Type("Shift", "8—16时").Type("Required", "2").Type("Leader", "带班测试员");
        await clerk.FollowAsync(await Shift(await clerk.GetPageAsync("/registers/duty-shifts/entry"), "东门").SubmitAsync("button[formaction*='Save']:not([name])"));

        var refused = await clerk.PageAsync(await Shift(await clerk.GetPageAsync("/registers/duty-shifts/entry"), "西门").SubmitAsync("button[formaction*='Save']:not([name])"));
        Assert.Contains("带班测试员已在“东门”12月20日8—16时的班次带班", refused.Text, StringComparison.Ordinal);

        var register = Web.Registers.Registers.DutyShifts;
        string[] headers = [RegisterWorkbook.No, RegisterWorkbook.Unit, .. register.Columns.Select(RegisterWorkbook.Header)];
        object?[] Row(string place, string day, string leader) => [null, null, .. register.Columns.Select(c => (object?)(c.Name switch { "On" => day, "AssignmentName" => "值守测试", "Place" => place, "Shift" => "8—16时", "Required" => "2", "Leader" => leader, _ => null }))];
        var file = SheetWriter.Write(new SheetLayout(register.Name, register.Name, [.. headers.Select(h => new SheetColumn(h))], [Row("南门", "2026-12-20", "带班测试员"), Row("北门", "2026-12-21", "带班测试员"), Row("码头", "2026-12-21", "带班测试员"), Row("仓库", "2026-12-21", "另一位")]));
        var preview = await clerk.FollowAsync(await UploadAsync(clerk, register.Key, file));
        var findings = preview.All("table.list td:nth-child(3)").Select(f => f.TextContent).Where(t => t.Contains("带班", StringComparison.Ordinal)).ToList();
        Assert.Contains(findings, f => f.Contains("已在“东门”12月20日", StringComparison.Ordinal) && f.Contains("在“南门”", StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Contains("已在“北门”12月21日", StringComparison.Ordinal) && f.Contains("在“码头”", StringComparison.Ordinal));
        Assert.Null(preview.Find("form#apply"));
    }

    [Fact]
    public async Task An_import_leaves_what_it_does_not_change_confirmed()
    {
        var (organs, community) = (await app.OrganizationAsync("QH15"), await app.OrganizationAsync("QH01001"));
        var confirmed = await AddAsync(new GoodDeed { OrganizationId = organs, ConfirmerId = community, On = new(2026, 3, 1), Name = "导入不动的实事", Beneficiaries = "老人", People = 12, Result = "装好", DoneOn = new(2026, 4, 1) });
        await AddAsync(new GoodDeed { OrganizationId = organs, ConfirmerId = community, On = new(2026, 3, 2), Name = "导入要改的实事", Beneficiaries = "老人", People = 12, Result = "装好", DoneOn = new(2026, 4, 1) });
        await app.WithDbAsync(async db =>
        {
            (await db.Set<GoodDeed>().SingleAsync(d => d.Id == confirmed)).Confirm("好", new(2, "受益方", "书记"), new(2026, 4, 2));
            return await db.SaveChangesAsync();
        });
        using var owner = await app.SignedInAsync("jiguan.secretary");
        var file = await owner.GetByteArrayAsync("/registers/good-deeds?handler=Export&Words=导入");
        var row = SheetReader.Read(new MemoryStream(file), "x.xlsx")[0].Rows.Single(r => r.Cells.Contains("导入要改的实事")).Number;

        var preview = await owner.FollowAsync(await UploadAsync(owner, "good-deeds", Documents.Reports.ReportWorkbookTests.Edit(file, [(row, "服务对象*", "独居老人")])));
        await owner.FollowAsync(await preview.SubmitAsync("form#apply"));

        Assert.Equal((RecordConfirmation.Confirmed, "独居老人"), await app.WithDbAsync(async db => (await db.Set<GoodDeed>().Where(d => d.Id == confirmed).Select(d => d.Confirmation).SingleAsync(), await db.Set<GoodDeed>().Where(d => d.Name == "导入要改的实事").Select(d => d.Beneficiaries).SingleAsync())));
    }

    internal static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string register, byte[] workbook)
    {
        var token = (await client.GetPageAsync($"/registers/{register}/import")).Find("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var file = new ByteArrayContent(workbook);
        file.Headers.ContentType = new MediaTypeHeaderValue(SheetWriter.ContentType);
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { file, "workbook", "登记.xlsx" } };
        return await client.PostAsync($"/registers/{register}/import?handler=Upload", form);
    }
}
