using System.Net;
using Microsoft.EntityFrameworkCore;
using PartyWork.Web.Demo;
using PartyWork.Web.Security;

namespace PartyWork.Web.Tests.Security;

/// <summary>What may be a password, how long it may be one, and that the last ones may not come back.</summary>
public sealed class PasswordTests(App app) : IClassFixture<App>
{
    private const string Account = "wmsq.zjg";

    [Fact]
    public void Three_thousand_common_passwords_are_refused_that_the_other_rules_would_take()
    {
        // With a capital first, as people do when a rule asks for one.
        var tried = CommonPasswords.All.Select(p => char.ToUpperInvariant(p[0]) + p[1..]).Where(p => PasswordRules.Refusal(p + "~~~~", "x", privileged: false) is null && p.Length >= PasswordRules.Shortest).ToList();

        var refused = tried.Select(p => PasswordRules.Refusal(p, "x", privileged: false)).ToList();

        Assert.InRange(refused.Count(r => r?.Contains("太常用", StringComparison.Ordinal) == true), 3_000, int.MaxValue);
        Assert.DoesNotContain(null, refused);
    }

    [Theory]
    // Long enough, three of the four kinds of characters.
    [InlineData("Chunhui9", true)]
    [InlineData("chunhui-9", true)]
    [InlineData("CHUNHUI-9", true)]
    [InlineData("Chun-hui", true)]
    [InlineData("Ch un-hu", true)]
    [InlineData("春天Hui25", false)] // seven
    [InlineData("春天Hui-25", true)]
    [InlineData("Zuoye,2027年", true)]
    [InlineData("x7-Qp20z", true)]
    [InlineData("1234abC!", true)]
    [InlineData("Ümlaut-99", true)]
    [InlineData(" Chunhui9 ", true)]
    [InlineData("correct horse Battery", true)]
    [InlineData("Tab\tTab9", true)]
    [InlineData("emoji😀Aa1", true)]
    // Too short.
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("Aa1!", false)]
    [InlineData("Aa1!Aa1", false)]
    [InlineData("Chunhu9", false)]
    // Too few kinds.
    [InlineData("chunhui99", false)]
    [InlineData("CHUNHUI99", false)]
    [InlineData("chunhuijiedao", false)]
    [InlineData("CHUNHUIJIEDAO", false)]
    [InlineData("ChunhuiJiedao", false)]
    [InlineData("1234567890", false)]
    [InlineData("12345678-90", false)]
    [InlineData("chun-hui-jie", false)]
    [InlineData("CHUN-HUI-JIE", false)]
    [InlineData("!!!!@@@@####", false)]
    [InlineData("春晖街道文明社区党总支", false)]
    [InlineData("春晖街道wenming", false)]
    // A piece of the account.
    [InlineData("Wmsq-2027", false)]
    [InlineData("xwmsX-2027", false)]
    [InlineData("2027-MSQ-a", false)]
    [InlineData("Zjg-20270", false)]
    [InlineData("a2027-zJg", false)]
    [InlineData("Wm-sq-2027", true)]
    [InlineData("Sq.zj-2027", true)] // a piece with the dot is no piece of a name
    [InlineData("wm20-Zj27", true)]
    // Hardly any different characters.
    [InlineData("Aa1Aa1Aa1", false)]
    [InlineData("aA-aA-aA-", false)]
    [InlineData("1aA11aA11", false)]
    [InlineData("1aA-1aA-1", true)]
    // What is tried first.
    [InlineData("Admin@123", false)]
    [InlineData("ADMIN@123", false)]
    [InlineData("Abc@1234", false)]
    [InlineData("Aa123456!", false)]
    [InlineData("P@ssw0rd", false)]
    [InlineData("Passw0rd!", false)]
    [InlineData("1qaz@WSX", false)]
    [InlineData("1qaz!QAZ", false)]
    [InlineData("Qwer@1234", false)]
    [InlineData("Test@1234", false)]
    [InlineData("Huawei@123", false)]
    [InlineData("Dangjian@123", false)]
    [InlineData("Welcome1!", false)]
    [InlineData("Password@123", false)]
    [InlineData("Admin@123-hui", true)]
    [InlineData("Root@123", false)]
    public void A_password_is_taken_or_refused(string password, bool taken) => Assert.Equal(taken, PasswordRules.Refusal(password, Account, false) is null);

    [Theory]
    [InlineData("Chunhui-2027", true)]
    [InlineData("Chunhui-202", false)]
    [InlineData("chunhui2027jiedao", false)]
    public void District_staff_and_administrators_need_twelve_characters(string password, bool taken) => Assert.Equal(taken, PasswordRules.Refusal(password, Account, true) is null);

    [Fact]
    public void A_hundred_characters_are_enough()
    {
        Assert.Null(PasswordRules.Refusal("Aa1-" + new string('长', 96), Account, true));
        Assert.Contains("不超过100位", PasswordRules.Refusal("Aa1-" + new string('长', 97), Account, true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(180, 179, 1)]
    [InlineData(180, 180, 0)]
    [InlineData(180, 400, -220)]
    [InlineData(0, 4000, null)] // off
    [InlineData(-1, 4000, null)] // off too, and not “expired for ever”
    public void A_password_ages_by_its_days(int days, int age, int? left)
    {
        var now = new DateTime(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);
        Assert.Equal(left, new AccountRules { PasswordDays = days }.DaysLeft(now.AddDays(-age), false, now));
        Assert.Null(new AccountRules().DaysLeft(null, false, now));
    }

    [Fact]
    public async Task An_aged_password_warns_fifteen_days_before_and_must_then_be_changed_first()
    {
        await app.WithDbAsync(db => db.Users.Where(u => u.UserName == "inspector").ExecuteUpdateAsync(s => s.SetProperty(u => u.IsDemo, false).SetProperty(u => u.PasswordSetAt, app.Clock.GetUtcNow().UtcDateTime)));
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        await SignInAsync(client, "inspector", DemoAccounts.Password);
        Assert.DoesNotContain("天到期", (await client.GetPageAsync("/lists")).Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(166));
        await SignInAsync(client, "inspector", DemoAccounts.Password);
        Assert.Contains("还有14天到期", (await client.GetPageAsync("/lists")).Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(14));
        await SignInAsync(client, "inspector", DemoAccounts.Password);
        Assert.Equal("/account/password", (await client.GetAsync("/lists")).Headers.Location?.ToString());
        Assert.Equal("/", (await ChangeAsync(client, DemoAccounts.Password, "Quannian-2027")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/lists")).StatusCode);
    }

    [Fact]
    public async Task The_last_three_passwords_do_not_come_back()
    {
        using var client = await app.SignedInAsync("assessor2");
        var current = DemoAccounts.Password;
        foreach (var next in (string[])["Diyige-2027", "Di-er-ge2027", "Di3ge-2027"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(client, current, next)).StatusCode);
            current = next;
        }

        foreach (var old in (string[])["Diyige-2027", "Di-er-ge2027", "Di3ge-2027"])
        {
            Assert.Contains("最近3次", await (await ChangeAsync(client, current, old)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(client, current, DemoAccounts.Password)).StatusCode);
    }

    [Fact]
    public async Task Guessing_the_old_password_on_an_unattended_screen_locks_the_account()
    {
        using var client = await app.SignedInAsync("zhujian");
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains("原密码不正确", await (await ChangeAsync(client, "wrong", "Xinmima-2027")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("输错次数太多", await (await ChangeAsync(client, DemoAccounts.Password, "Xinmima-2027")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> ChangeAsync(HttpClient client, string current, string next) =>
        await (await client.GetPageAsync("/account/password")).Type("Current", current).Type("New", next).Type("Again", next).SubmitAsync("form#password");

    private static async Task SignInAsync(HttpClient client, string account, string password) =>
        Assert.Equal(HttpStatusCode.Redirect, (await (await client.GetPageAsync("/login")).Type("UserName", account).Type("Password", password).SubmitAsync("form#sign-in")).StatusCode);
}
