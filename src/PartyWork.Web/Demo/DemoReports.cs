using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.AnnualReports;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>
/// Annual reports: last year's archived; this year's drafted in December, with three faults that its readers can mend (a typing error, a place word
/// from elsewhere, a guiding sentence past its time) and the figures that nobody has entered yet.
/// </summary>
public sealed class DemoReports(PartyWorkDb db, OrgTree tree, int year, DateOnly today, Actor staff, Actor reviewer, Actor leader)
{
    private const string NotKept = "上年这项工作还没有在系统登记";

    public async Task WriteAsync()
    {
        var checkedOn = new DateOnly(year - 1, 12, 5);
        db.AddRange(
            new Wording(WordingUse.Opening, "坚持把抓基层、强基础作为固本之举，推动党的组织体系更加严密", "区委四届八次全会报告", new(year - 1, 1, 1), new(year - 1, 12, 31), staff, checkedOn),
            new Wording(WordingUse.NextYear, "坚持大抓基层的鲜明导向，让每个党支部都强起来", "区委组织工作会议讲话", new(year - 1, 6, 1), null, staff, checkedOn));
        await db.SaveChangesAsync();
        await ArchiveAsync();
        if (today.Month == 12)
        {
            await DraftAsync();
        }
    }

    private async Task ArchiveAsync()
    {
        var (report, written) = (new AnnualReport(year - 1, new DateOnly(year - 1, 12, 31)), At(new DateOnly(year, 1, 6)));
        report.Draft(ReportTemplates.All, staff, written);
        var reading = await ReportReading.ReadAsync(db, tree, report);
        foreach (var place in reading.Missing.SelectMany(m => m.Places).Distinct())
        {
            report.LeaveOut(report.Paragraphs.Single(p => p.Key == place), NotKept, staff, new DateOnly(year, 1, 7));
        }

        reading = await ReportReading.ReadAsync(db, tree, report);
        foreach (var finding in reading.Findings.Where(f => f.Level is FindingLevel.Warning))
        {
            report.Explain(finding, "已与承办科室核对，情况属实", staff, new DateOnly(year, 1, 7));
        }

        report.Lock(reading.Findings, reading.Lines, reading.Values, staff, At(new DateOnly(year, 1, 8)));
        var (from, cutoff) = (reading.Period.From, reading.Period.Cutoff);
        if (!await db.FigureFreezes.AnyAsync(f => f.From == from && f.Cutoff == cutoff))
        {
            await Freezing.FreezeAsync(db, tree, $"{year - 1}年度总结", reading.Period, [tree.District!.Id], staff, At(new DateOnly(year, 1, 8)));
        }

        report.Review(reviewer, At(new DateOnly(year, 1, 9)));
        report.Approve(leader, At(new DateOnly(year, 1, 12)));
        report.Issue($"青组发〔{year}〕3号", staff, At(new DateOnly(year, 1, 14)));
        report.Keep("印发稿", reading.Lines, reading.Values, staff, At(new DateOnly(year, 1, 14)));
        report.Archive(staff, At(new DateOnly(year, 1, 20)));
        db.Add(report);
        await db.SaveChangesAsync();
    }

    private async Task DraftAsync()
    {
        var report = new AnnualReport(year, today);
        report.Draft(ReportTemplates.All, staff, At(today.AddDays(-1)));
        var reading = await ReportReading.ReadAsync(db, tree, report);
        report.Keep("初稿", reading.Lines, reading.Values, staff, At(today.AddDays(-1)));
        Rewrite("responsibility", "工作台账", "工作台帐");
        Rewrite("rectification", "集中整顿", "集中整顿，做法在全县推广");
        Rewrite("department-own", "", "组织部落实组织生活制度，部务会成员分别联系两个街道，全年到基层党组织调研指导46次，帮助解决换届、阵地和经费方面的问题19个。");
        db.Add(report);
        var (item, point) = NextPlanItem.Accept(year, 1, new PlanProposal("", PlanBlock.Building, PlanOrigin.FromAbove, ""),
            new PlanText(new Objective("组织建设", "任期届满的基层党组织全部按期换届，换届前六个月逐个提示", TaskMeasure.Rate, 10000, "", new DateOnly(year + 1, 12, 10)), "每季度核对一次换届台账，逐个确定换届日期", "组织科", ""),
            1, OrganizationDomains.Community | OrganizationDomains.Organ | OrganizationDomains.School, staff, today);
        db.Add(item);
        db.Add(point);
        await db.SaveChangesAsync();

        void Rewrite(string key, string words, string other)
        {
            var paragraph = report.Paragraphs.Single(p => p.Key == key);
            var text = ReportText.ToNames(paragraph.Text, ReportTemplates.Names);
            report.Write(paragraph, words.Length == 0 ? other : text.Replace(words, other, StringComparison.Ordinal), ReportTemplates.Names, staff, today);
        }
    }

    private static DateTime At(DateOnly day) => OfficeTime.Utc(day, new TimeOnly(10, 20));
}
