using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class AcceptingTests
{
    [Fact]
    public void The_superior_accepts_what_was_submitted()
    {
        var filing = Submitted();

        filing.Accept(Superior, At(10, 14));

        Assert.Equal((FilingStage.Accepted, At(10, 14)), (filing.Stage, filing.StageSince));
        Assert.Equal(FilingActKind.Accept, filing.Acts[^1].Kind);
    }

    [Fact]
    public void Only_what_waits_for_review_is_accepted()
    {
        AssertRefused("不在待审核状态", () => Draft().Accept(Superior, At(Due)));
        AssertRefused("不在待审核状态", () => Returned().Accept(Superior, At(10, 14)));
        AssertRefused("不在待审核状态", () => Accepted().Accept(Superior, At(10, 15)));
    }

    [Fact]
    public void Nobody_reviews_what_they_filed()
    {
        var filing = Submitted();

        AssertRefused("不能审核自己填报或确认的内容", () => filing.Accept(Clerk, At(10, 14)));
        AssertRefused("不能审核自己填报或确认的内容", () => filing.Accept(Secretary, At(10, 14)));
        AssertRefused("不能审核自己填报或确认的内容", () =>
            filing.Return(Secretary, new Dictionary<string, string> { ["T1"] = "请写明期数" }, Day(10, 20), Notices, At(10, 14)));
    }

    [Fact]
    public void Nobody_reviews_it_under_another_post_either() =>
        AssertRefused("不能审核自己填报或确认的内容", () => Submitted().Accept(Secretary with { Post = "区委组织部组织科科长" }, At(10, 14)));

    [Fact]
    public void Nobody_reviews_what_they_signed_for_on_paper()
    {
        var filing = Draft();
        filing.SignOffline(Clerk, Due, At(Due));
        filing.ConfirmSignature(Secretary, At(10, 13));

        AssertRefused("不能审核自己填报或确认的内容", () => filing.Accept(Clerk, At(10, 14)));
        AssertRefused("不能审核自己填报或确认的内容", () => filing.Accept(Secretary, At(10, 14)));
    }

    [Fact]
    public void Whoever_returned_it_may_accept_it()
    {
        var filing = Returned();
        filing.Confirm(Secretary, At(10, 15));

        filing.Accept(Superior, At(10, 16));

        Assert.Equal(FilingStage.Accepted, filing.Stage);
    }
}
