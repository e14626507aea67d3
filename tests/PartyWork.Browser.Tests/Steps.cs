using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace PartyWork.Browser.Tests;

/// <summary>What people do with a quarterly report, and what a test prepares for them.</summary>
public static class Steps
{
    /// <summary>Answers every row: the node's value where there is one, 已完成 where a figure says that the target is reached, else 正常推进, with words where the choice asks for them.</summary>
    public static async Task AnswerAllAsync(this Visitor clerk, bool scripts)
    {
        var lines = clerk.Page.Locator("section.line");
        for (var i = 0; i < await lines.CountAsync(); i++)
        {
            var line = lines.Nth(i);
            var node = line.Locator("[data-node]");
            if (await node.CountAsync() > 0)
            {
                var value = (await node.GetAttributeAsync("data-node"))!;
                await clerk.PressAsync(node);
                await Expect(line.Locator("[data-value]")).ToHaveValueAsync(value);
            }
            else
            {
                await line.GetByLabel(await IsReachedAsync(line) ? "已完成" : "正常推进").CheckAsync();
            }

            var choice = await line.Locator("input[type=radio]:checked").GetAttributeAsync("value");
            if (choice is "2" or "3")
            {
                await line.GetByLabel("进展说明").FillAsync($"第{i + 1}项已按计划办结，资料存社区档案柜，居民代表现场看过");
            }

            if (choice is "3")
            {
                await line.GetByLabel("滞后原因").SelectOptionAsync("多部门协调");
                await line.GetByLabel("下步措施").FillAsync("12月底前与街道城建办现场会商一次，逐户落实");
            }

            if (scripts)
            {
                await Expect(line.Locator(".saved")).ToContainTextAsync("已保存");
            }
        }
    }

    /// <summary>Of a row whose number nobody types.</summary>
    private static async Task<bool> IsReachedAsync(ILocator line)
    {
        var computed = line.Locator("input[type=hidden][data-value]");
        return await computed.CountAsync() > 0 && Number(await computed.GetAttributeAsync("value")) + Number(await line.GetAttributeAsync("data-prior")) >= Number(await line.GetAttributeAsync("data-target"));

        static decimal Number(string? text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Signs in with name and password, as accounts without a role card do.</summary>
    public static async Task SignInByPasswordAsync(this Visitor visitor, string account)
    {
        await visitor.GoAsync("/login");
        await visitor.TypePasswordAsync(account);
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/login", StringComparison.Ordinal));
    }

    public static async Task TypePasswordAsync(this Visitor visitor, string account)
    {
        await visitor.Page.GetByLabel("账号").FillAsync(account);
        await visitor.Page.GetByLabel("密码").FillAsync("Qinghe-2026");
        await visitor.PressAsync(visitor.Page.Locator("#sign-in button"));
    }

    /// <summary>An account for whoever holds the post today.</summary>
    public static Task<string> AccountAsync(this App app, int organizationId, PostKind kind) => app.WithDbAsync(async db =>
    {
        var person = await db.PostHoldings.Where(h => h.OrganizationId == organizationId && h.Kind == kind && h.To == null).OrderBy(h => h.Id).Select(h => h.PersonId).FirstAsync();
        if (await db.Users.Where(u => u.PersonId == person).Select(u => u.UserName).FirstOrDefaultAsync() is { } known)
        {
            return known;
        }

        var name = $"person{person}";
        db.Add(new User
        {
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            PasswordHash = new PasswordHasher<User>().HashPassword(new User(), "Qinghe-2026"),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PersonId = person,
        });
        await db.SaveChangesAsync();
        return name;
    });

    /// <summary>Moves the district's clock on to an instant of Beijing time.</summary>
    public static void SetBeijing(this App app, string at)
    {
        var offset = app.Services.GetRequiredService<BusinessClock>().Offset;
        var local = DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var utc = OfficeTime.Utc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        app.Clock.SetUtcNow(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) - offset);
    }
}
