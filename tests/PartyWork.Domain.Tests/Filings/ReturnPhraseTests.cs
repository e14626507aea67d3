using PartyWork.Domain.Filings;

namespace PartyWork.Domain.Tests.Filings;

public sealed class ReturnPhraseTests
{
    [Fact]
    public void A_phrase_is_kept_once()
    {
        var first = ReturnPhrase.Add(1, "请补充时间和地点。", []);

        AssertRefused("已经有了", () => ReturnPhrase.Add(1, "请补充时间和地点。", [first]));
        first.Rewrite("请补充时间和地点。", [first]);
    }

    [Fact]
    public void A_phrase_is_no_longer_than_the_reason_it_becomes()
    {
        Assert.Equal(200, ReturnPhrase.Add(null, Characters(200), []).Text.Length);
        AssertRefused("不超过200字", () => ReturnPhrase.Add(null, Characters(201), []));
        AssertRefused("请填写常用意见", () => ReturnPhrase.Add(null, "", []));
    }

    [Fact]
    public void A_person_keeps_at_most_thirty()
    {
        var phrases = new List<ReturnPhrase>();
        for (var i = 0; i < 30; i++)
        {
            phrases.Add(ReturnPhrase.Add(1, $"意见{i}", phrases));
        }

        AssertRefused("最多30条", () => ReturnPhrase.Add(1, "又一条", phrases));
    }

    [Fact]
    public void The_districts_phrases_are_on_record_and_ones_own_are_not()
    {
        Assert.True(((IAudited)ReturnPhrase.Add(null, "请核对。", [])).IsRecorded);
        Assert.False(((IAudited)ReturnPhrase.Add(1, "请核对。", [])).IsRecorded);
    }

    [Fact]
    public void Words_for_scoring_are_the_district_s_alone_and_kept_apart_from_those_for_returning()
    {
        Assert.Equal(PhraseUse.Scoring, ReturnPhrase.Add(null, "现场查看，与系统记录不一致：", [], PhraseUse.Scoring).Use);
        Assert.Equal(PhraseUse.Returning, ReturnPhrase.Add(1, "请核对。", []).Use);
        AssertRefused("由区委组织部统一维护", () => ReturnPhrase.Add(1, "查阅资料，缺少相应记录：", [], PhraseUse.Scoring));
    }
}
