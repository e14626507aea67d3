using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests;

public sealed class WordsTests
{
    [Fact]
    public void A_value_reads_as_its_Chinese_word() => Assert.Equal("待书记确认", FilingStage.AwaitingSecretary.Text());

    [Fact]
    public void A_Chinese_word_is_read_back_as_its_value() => Assert.Equal(ProblemSource.LifeMeeting, Words.Parse<ProblemSource>("民主(组织)生活会"));

    [Fact]
    public void An_unknown_word_is_no_value() => Assert.Null(Words.Parse<ProblemSource>("道听途说"));

    [Fact]
    public void Every_value_has_a_word_of_its_own()
    {
        var enums = typeof(Words).Assembly.GetExportedTypes().Where(t => t.IsEnum).ToList();

        Assert.NotEmpty(enums);
        Assert.All(enums, type =>
        {
            var words = Enum.GetValues(type).Cast<Enum>().Select(v => (Value: v, Word: v.Text())).ToList();
            Assert.Equal(words.Count, words.Select(w => w.Word).Distinct().Count());
            Assert.DoesNotContain(words, w => w.Word == w.Value.ToString());
        });
    }

    [Fact]
    public void Posts_together_are_named_one_after_the_other() =>
        Assert.Equal("书记、专职副书记", (DutyPosts.Secretary | DutyPosts.Deputy).Text());

    [Fact]
    public void An_organisation_of_no_particular_nature_says_nothing_about_it() => Assert.Equal("", OrganizationNature.Unspecified.Text());
}
