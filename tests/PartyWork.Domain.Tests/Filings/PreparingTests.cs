using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class PreparingTests
{
    [Fact]
    public void The_clerk_hands_over_to_the_secretary()
    {
        var filing = Draft();

        filing.Prepare(Clerk, At(Due));

        Assert.Equal((FilingStage.AwaitingSecretary, At(Due), At(Due)), (filing.Stage, filing.StageSince, filing.PreparedAt));
        Assert.Null(filing.FirstSubmittedAt);
        Assert.Empty(filing.Versions);
    }

    [Fact]
    public void A_returned_filing_stays_returned_while_it_waits_for_the_secretary()
    {
        var filing = Returned();

        filing.Prepare(Clerk, At(10, 15));

        Assert.Equal((FilingStage.Returned, At(10, 15)), (filing.Stage, filing.PreparedAt));
        Assert.True(filing.IsEditable("T1", Day(10, 15)));
    }

    [Fact]
    public void Handing_over_twice_is_one_act()
    {
        var filing = Draft();

        filing.Prepare(Clerk, At(Due));
        filing.Prepare(Clerk, At(Due));

        Assert.Single(filing.Acts);
    }

    [Fact]
    public void Every_act_names_who_did_it_in_which_post_and_when()
    {
        var filing = Draft();

        filing.Prepare(Clerk, At(Due));

        var act = Assert.Single(filing.Acts);
        Assert.Equal((FilingActKind.Prepare, 1, "陈思远", "春晖街道党工委党务干事", At(Due), OrganizationId), (act.Kind, act.PersonId, act.Name, act.Post, act.At, act.OrganizationId));
    }
}
