using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class ConfirmingTests
{
    [Fact]
    public void The_secretarys_confirmation_submits_in_one_press()
    {
        var filing = Draft();
        filing.Prepare(Clerk, At(Due));

        filing.Confirm(Secretary, At(Due, 20));

        Assert.Equal((FilingStage.Submitted, At(Due, 20), At(Due, 20)), (filing.Stage, filing.StageSince, filing.FirstSubmittedAt));
        Assert.Equal([FilingActKind.Prepare, FilingActKind.Confirm], filing.Acts.Select(a => a.Kind));
        Assert.False(filing.SignaturePending);
    }

    [Fact]
    public void The_secretary_needs_no_clerk()
    {
        var filing = Draft();

        filing.Confirm(Secretary, At(Due));

        Assert.Equal(FilingStage.Submitted, filing.Stage);
        Assert.Null(filing.PreparedAt);
    }

    [Fact]
    public void Confirming_again_after_a_return_settles_the_return()
    {
        var filing = Returned();

        filing.Confirm(Secretary, At(10, 15));

        Assert.Equal(FilingStage.Submitted, filing.Stage);
        Assert.Null(filing.ReturnDueOn);
        Assert.All(filing.Rows, r => Assert.Null(r.ReturnReason));
    }

    [Fact]
    public void Submitted_rows_are_recorded_from_then_on()
    {
        var filing = Draft();
        Assert.All(filing.Rows, r => Assert.False(((IAudited)r).IsRecorded));

        filing.Confirm(Secretary, At(Due));

        Assert.All(filing.Rows, r => Assert.True(((IAudited)r).IsRecorded));
    }
}
