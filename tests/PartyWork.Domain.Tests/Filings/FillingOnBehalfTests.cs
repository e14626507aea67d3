using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class FillingOnBehalfTests
{
    [Fact]
    public void That_somebody_above_filled_it_is_on_record_once_until_it_is_submitted()
    {
        var filing = Draft();

        filing.FillOnBehalf(Superior, At(Due));
        filing.FillOnBehalf(Superior, At(Due));
        Assert.Equal([FilingActKind.FillOnBehalf], filing.Acts.Select(a => a.Kind));

        filing.Confirm(Secretary, At(Due));
        filing.Return(new Actor(9, "周敏", "副书记"), new Dictionary<string, string> { ["T1"] = "请写明期数" }, Day(10, 20), Notices, At(10, 14));
        filing.FillOnBehalf(Superior, At(10, 15));
        Assert.Equal(2, filing.Acts.Count(a => a.Kind is FilingActKind.FillOnBehalf));
    }

    [Fact]
    public void Whoever_filled_it_for_others_does_not_review_it()
    {
        var filing = Draft();
        filing.FillOnBehalf(Superior, At(Due));
        filing.Confirm(Secretary, At(Due));

        AssertRefused("不能审核自己填报或确认的内容", () => filing.Accept(Superior, At(10, 14)));
        filing.Accept(new Actor(9, "周敏", "副书记"), At(10, 14));
    }

    [Fact]
    public void Nothing_is_filled_for_others_once_it_is_submitted() => AssertRefused("已报送", () => Submitted().FillOnBehalf(Superior, At(Due)));
}
