using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class SigningOfflineTests
{
    [Fact]
    public void A_paper_signature_submits_on_time_and_is_flagged_until_confirmed()
    {
        var filing = SignedOffline();

        Assert.Equal(FilingStage.Submitted, filing.Stage);
        Assert.False(filing.IsLate);
        Assert.True(filing.SignaturePending);

        filing.ConfirmSignature(Secretary, At(10, 20));

        Assert.False(filing.SignaturePending);
        Assert.Equal(At(Due), filing.FirstSubmittedAt);
        Assert.Equal([FilingActKind.SignOffline, FilingActKind.ConfirmSignature], filing.Acts.Select(a => a.Kind));
    }

    [Fact]
    public void The_act_keeps_the_day_of_the_signature() => Assert.Equal("书记签字日期：2026-10-11", SignedOffline().Acts[0].Words);

    [Fact]
    public void Confirming_the_signature_makes_no_version()
    {
        var filing = SignedOffline();

        filing.ConfirmSignature(Secretary, At(10, 20));

        Assert.Single(filing.Versions);
    }

    [Fact]
    public void A_signature_is_not_of_tomorrow()
    {
        AssertRefused("签字日期不能晚于今天", () => Draft().SignOffline(Clerk, Due.AddDays(1), At(Due, 23, 59, 59)));
        Draft().SignOffline(Clerk, Due, At(Due));
    }

    [Fact]
    public void A_signature_is_not_older_than_the_form()
    {
        AssertRefused("签字日期不能早于开放日（9月25日）", () => Draft().SignOffline(Clerk, Opens.AddDays(-1), At(Due)));
        Draft().SignOffline(Clerk, Opens, At(Due));
    }

    [Fact]
    public void An_early_signature_does_not_make_a_late_submission_on_time()
    {
        var filing = Draft();

        filing.SignOffline(Clerk, Due, At(Due.AddDays(1)));

        Assert.True(filing.IsLate);
    }

    [Fact]
    public void Nothing_is_confirmed_that_was_not_signed_on_paper() =>
        AssertRefused("没有待补确认的线下签字", () => Submitted().ConfirmSignature(Secretary, At(10, 20)));

    [Fact]
    public void A_signature_is_confirmed_once()
    {
        var filing = SignedOffline();
        filing.ConfirmSignature(Secretary, At(10, 20));

        AssertRefused("没有待补确认的线下签字", () => filing.ConfirmSignature(Secretary, At(10, 21)));
    }

    [Fact]
    public void Confirming_the_next_submission_settles_the_flag()
    {
        var filing = SignedOffline();
        SendBack(filing, "T1", At(10, 13));

        filing.Confirm(Secretary, At(10, 15));

        Assert.False(filing.SignaturePending);
    }

    private static Filing SignedOffline()
    {
        var filing = Draft();
        filing.SignOffline(Clerk, Due.AddDays(-1), At(Due));
        return filing;
    }
}
