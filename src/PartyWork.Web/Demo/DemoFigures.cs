using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>Last year's figures as they were frozen in January, with one correction approved and one that waits.</summary>
public sealed class DemoFigures(PartyWorkDb db, OrgTree tree, int year, Actor staff, Actor other)
{
    public async Task FreezeAsync()
    {
        var period = Period.To(new(year, 12, 31));
        var organizations = tree.InOrder.Where(n => n.Level <= OrganizationLevel.Committee).Select(n => n.Id).ToList();
        var freeze = await Freezing.FreezeAsync(db, tree, $"{year}年度总结数据", period, organizations, staff, OfficeTime.Utc(new(year + 1, 1, 12), new(16, 40)));
        var closed = freeze.Values.Single(v => v.Key == "problems_closed" && tree[v.OrganizationId].Code == "QH02");
        var correction = Correct("problems_closed", "QH02", (closed.Number ?? 0) + 2, $"有2个问题{year}年12月下旬已整改完毕，核实手续次年1月补办，见街道整改台账第7、9号。", other, new(year + 1, 1, 14));
        correction.Approve(staff, new(year + 1, 1, 15));
        Correct("agreements_signed", "QH06", (freeze.Values.Single(v => v.Key == "agreements_signed" && tree[v.OrganizationId].Code == "QH06").Number ?? 0) + 1, "一份纸质责任书签字后未及时登记，原件存街道党建办。", staff, new(year + 1, 1, 19));
        await db.SaveChangesAsync();

        FigureOverride Correct(string key, string code, decimal value, string reason, Actor by, DateOnly on)
        {
            var correction = new FigureOverride(key, tree.InOrder.Single(n => n.Code == code).Id, period.From, period.Cutoff, $"{value:0}", true, reason, by, on);
            db.Add(correction);
            return correction;
        }
    }
}
