using PartyWork.Domain.Assessments;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Registers;
using static PartyWork.Domain.Tests.Assessments.GivenRound;

namespace PartyWork.Domain.Tests.Assessments;

public sealed class SelfScoreTests
{
    private readonly Filing _filing = Publish(Drafted(First)).Single();
    private readonly IReadOnlyList<ScoreLine> _lines = GivenRubric.ScoreEach(Mixed(), _ => new(Records(), 6, null), AssessmentPhase.Mid).Lines;

    private SelfScore Self => new(_filing, _lines);

    [Fact]
    public void What_is_left_alone_is_as_the_records_have_it()
    {
        Assert.Equal([4_940, 3_000, 2_000], _lines.Select(Self.Of)); // where nothing is recorded, in full
    }

    [Fact]
    public void It_cannot_be_handed_over_before_three_weaknesses_are_named_and_what_is_lost_is_explained()
    {
        Self.Write(_lines[2], 1_000, "", At(7, 1));
        Assert.Equal(["A1-3自评没有得满，请说明扣在哪里。", "主要不足至少写3条，每行一条。"], Self.Missing);
        AssertRefused("A1-3自评没有得满", () => Self.Confirm(Secretary, At(7, 1)));

        Complete();
        Self.Confirm(Secretary, At(7, 1));

        Assert.Equal(FilingStage.Submitted, _filing.Stage);
    }

    [Fact]
    public void What_differs_from_the_records_says_why()
    {
        Complete();
        Self.Write(_lines[0], 5_000, "", At(7, 1));

        Assert.Equal(["A1-1的自评分与系统分49.4不同，请说明原因。"], Self.Missing);
    }

    [Fact]
    public void Highlights_are_three_at_most()
    {
        AssertRefused("亮点最多写3条", () => Self.Write(SelfScore.Highlights, "一\n二\n三\n四", At(7, 1)));
    }

    [Fact]
    public void After_its_day_it_is_closed()
    {
        AssertRefused("锁定", () => Self.Write(_lines[0], 5_000, "", At(7, 4)));
    }

    private void Complete()
    {
        Self.Write(_lines[2], 1_000, "只开了一次", At(7, 1));
        Self.Write(SelfScore.Weaknesses, "专题研究偏少\n两新覆盖不足\n台账不及时", At(7, 1));
    }
}
