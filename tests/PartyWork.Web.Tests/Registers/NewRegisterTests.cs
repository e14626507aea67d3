using System.ComponentModel;
using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;
using PartyWork.Web.Documents;
using PartyWork.Web.Registers;

namespace PartyWork.Web.Tests.Registers;

/// <summary>A class and a description are a register: list, form, workbook, import and export come with the kernel.</summary>
public sealed class NewRegisterTests(App app) : IClassFixture<App>
{
    [Description("图书角")]
    private sealed class BookCorner : RegisterRecord
    {
        [Description("名称")] public string Name { get; set; } = "";
        [Description("藏书（册）")] public int Books { get; set; }

        public override void Check(DateOnly today) => Domain.Rule.Require(Books > 0, "没有书的不是图书角。");
    }

    private static readonly Register<BookCorner> BookCorners = new("book-corners", "图书角", RegisterGroup.Brands, c => c.Name, c => new { c.Name, c.Books }) { Purpose = "社区的图书角。", Day = "设立日期" };

    private sealed class WithBookCorners(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder builder, DbContext context)
        {
            builder.Entity<BookCorner>().ToTable("BookCorner");
            base.Customize(builder, context);
        }
    }

    [Fact]
    public async Task It_has_list_form_import_and_export()
    {
        await using var with = app.WithWebHostBuilder(b => b.UseSetting("Database:MigrateOnStart", "false").ConfigureTestServices(s => s.AddSingleton(new RegisterCatalog([BookCorners])).ConfigureDbContext<SqliteDb>(o => o.ReplaceService<IModelCustomizer, WithBookCorners>())));
        using (var scope = with.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PartyWorkDb>();
            var table = db.Database.GenerateCreateScript().Split(";").First(s => s.Contains("CREATE TABLE \"BookCorner\"", StringComparison.Ordinal));
            await db.Database.ExecuteSqlRawAsync(table);
        }

        using var clerk = with.CreateClient(new() { AllowAutoRedirect = false });
        await (await clerk.GetPageAsync("/login")).SubmitAsync("button[value='wenming.officer']");
        var form = (await clerk.GetPageAsync("/registers/book-corners/entry")).Type("Name", "一楼图书角").Type("Books", "0").Type("On", "2026-05-04");
        Assert.Contains("没有书的不是图书角。", (await clerk.PageAsync(await form.SubmitAsync("button[formaction*='Save']"))).Text, StringComparison.Ordinal);
        await form.Type("Books", "120").SubmitAsync("button[formaction*='Save']");
        Assert.Contains("一楼图书角", (await clerk.GetPageAsync("/registers/book-corners?Words=一楼")).Text, StringComparison.Ordinal);
        var file = await (await clerk.GetAsync("/registers/book-corners?handler=Export")).Content.ReadAsByteArrayAsync();
        Assert.Contains(SheetReader.Read(new MemoryStream(file), "x.xlsx")[0].Rows, r => r.Cells.Contains("一楼图书角") && r.Cells.Contains("120"));
        Assert.Contains("与系统内容一致", (await clerk.FollowAsync(await RegisterStoryTests.UploadAsync(clerk, "book-corners", file))).Text, StringComparison.Ordinal);
        using var neighbour = with.CreateClient(new() { AllowAutoRedirect = false });
        await (await neighbour.GetPageAsync("/login")).SubmitAsync("button[value='wangjiang.officer']");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync("/registers/book-corners/1")).StatusCode);
    }
}
