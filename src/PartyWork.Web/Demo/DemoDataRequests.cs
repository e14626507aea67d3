using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>One number that no register holds, asked of the communities nine days ago: some have answered, one was sent back, the rest have not begun.</summary>
public sealed class DemoDataRequests(PartyWorkDb db, OrgTree tree, Workdays workdays, int year, DateOnly today, Actor staff)
{
    private const string Begun = "QH01001"; // 文明社区 has it in its to-dos

    public async Task AskAsync()
    {
        var on = workdays.OnOrAfter(today.AddDays(-9));
        var nodes = tree.InOrder.Where(n => n is { Level: OrganizationLevel.Primary, Domain: OrganizationDomain.Community, ClosedOn: null }).ToList();
        if (on.Year != year || on > today || nodes.Count == 0)
        {
            return;
        }

        var question = new DataQuestion("电动自行车集中充电接口数", "辖区内可供居民使用的集中充电接口，按插口计；单位内部自用和私拉乱接的不计。", "个", on,
            "充电接口", "现有指标和登记簿都没有设施数，住建、消防掌握的只到小区，分不到社区党组织。", "区安委办〔" + year + "〕31号");
        var (request, filings) = DataRequest.Ask(await db.WorkYears.SingleAsync(y => y.Year == year), 1, tree.District!.Id, 0, question, OrganizationLevel.Primary, workdays.After(today, 3), [.. nodes.Select(n => n.Id)], workdays, staff, At(on, 9));
        db.Add(request);
        db.AddRange(filings);
        await db.SaveChangesAsync();
        var people = (await db.PostHoldings.Where(h => h.To == null && h.Kind <= PostKind.Officer).Select(h => new { h.OrganizationId, h.Kind, Actor = new Actor(h.PersonId, h.Person.Name, h.Title) }).ToListAsync())
            .GroupBy(h => (h.OrganizationId, h.Kind)).ToDictionary(g => g.Key, g => g.First().Actor);
        foreach (var (i, (node, filing)) in nodes.Zip(filings).Index())
        {
            if (node.Code == Begun || i % 5 is 3 or 4 || Who(node.Id, PostKind.Secretary) is not { } secretary || Who(node.ParentId, PostKind.Officer) is not { } reviewer)
            {
                continue;
            }

            Answer(filing, new DataAnswer(filing, request), i, workdays.OnOrAfter(on.AddDays(1 + (i % 4))), Who(node.Id, PostKind.Officer) ?? secretary, secretary, reviewer);
        }

        await db.SaveChangesAsync();

        Actor? Who(int? organization, PostKind kind) => organization is { } id ? people.GetValueOrDefault((id, kind)) : null;
    }

    private void Answer(Filing filing, DataAnswer answer, int i, DateOnly day, Actor clerk, Actor secretary, Actor reviewer)
    {
        if (day >= today || reviewer.PersonId == secretary.PersonId || reviewer.PersonId == clerk.PersonId)
        {
            return;
        }

        var none = i % 7 == 6;
        answer.Write(none ? Domain.Filings.Answer.Nil : Domain.Filings.Answer.Value, none ? null : (24 + (i * 37 % 160)) * Quantity.One, none ? "辖区没有集中充电场所，居民在单位充电" : "", At(day, 10));
        answer.Prepare(clerk, At(day, 11));
        answer.Confirm(secretary, At(day, 15));
        if (i == 1)
        {
            filing.Return(reviewer, new Dictionary<string, string> { [DataAnswer.Key] = "数里含了物业自用的插口，请按口径剔除后重报。" }, workdays.After(today, 3), workdays, At(day, 17));
        }
        else if (i % 10 != 2) // some wait for their review
        {
            filing.Accept(reviewer, At(day, 17));
        }
    }

    private static DateTime At(DateOnly day, int hour) => OfficeTime.Utc(day, new(hour, 10));
}
