using System.Reflection;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Surveys;

namespace PartyWork.Domain.Tests.Surveys;

/// <summary>测评: who answers cannot be found again, what few have said is not shown, and paper is counted by two.</summary>
public sealed class SurveyTests
{
    private static readonly Actor First = new(11, "甲", "干事"), Second = new(12, "乙", "副书记"), Third = new(13, "丙", "书记");

    private static readonly IReadOnlyList<SurveyQuestion> Questions =
    [
        new(QuestionKind.Graded, SurveyMeasure.Satisfaction, "是否满意", ["非常满意", "满意", "基本满意", "不满意", "很不满意", "不了解"]),
        new(QuestionKind.Single, SurveyMeasure.Awareness, "是否知道书记是谁", ["知道", "不知道"]),
        new(QuestionKind.Several, SurveyMeasure.None, "需要改进的方面", ["甲方面", "乙方面", "丙方面", "丁方面"]),
        new(QuestionKind.Words, SurveyMeasure.None, "最希望解决的一件事", []),
    ];

    [Fact]
    public void Satisfied_are_the_three_upper_of_five_grades_and_who_does_not_know_is_not_counted() =>
        Assert.Equal((9, 14), Questions[0].RateOf([2, 3, 4, 4, 1, 7]));

    [Fact]
    public void Good_are_the_two_upper_of_four_grades() =>
        Assert.Equal((7, 12), new SurveyQuestion(QuestionKind.Graded, SurveyMeasure.Approval, "评价", ["好", "较好", "一般", "差", "不了解"]).RateOf([3, 4, 4, 1, 5]));

    [Fact]
    public void Who_does_not_know_the_secretary_counts_as_not_aware() => Assert.Equal((6, 10), Questions[1].RateOf([6, 4]));

    [Fact]
    public void The_questions_are_taken_down_when_it_opens_and_read_back_as_they_were() =>
        Assert.Equal(SurveyQuestion.Print(Questions), SurveyQuestion.Print(Open().Questions));

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_than_ten_answers_are_shown_to_nobody(int answered, bool shown)
    {
        var survey = Open(slips: 10);
        survey.Close([.. Answer(survey, answered)], First, Given.Day(6, 20));

        Assert.Equal((shown, shown, shown), (survey.IsShown, survey.Tally is not null, survey.Rates.Count > 0));
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void A_result_is_valid_from_sixty_answers_in_a_hundred_slips(int answered, bool valid)
    {
        var survey = Open(slips: 40);
        survey.Close([.. Answer(survey, answered)], First, Given.Day(6, 20));

        Assert.Equal((valid, true, valid ? 2 : 0), (survey.IsValid, survey.IsShown, survey.Rates.Count));
    }

    [Fact]
    public void Telephone_and_paper_together_make_the_result()
    {
        var survey = Open(slips: 20);
        survey.Count(10, Paper(4, 3), 5, First, Given.Day(6, 12));
        survey.Count(10, Paper(4, 3), 5, Second, Given.Day(6, 12));
        survey.Close([.. Answer(survey, 5)], First, Given.Day(6, 20));

        Assert.Equal((15, 10), (survey.Answered, survey.AnsweredOnPaper));
        Assert.Equal([9, 3, 0, 0, 0, 0], survey.Tally!.Counts[0]);
        Assert.Equal((12, 12), survey.Rates.Where(r => r.Measure is SurveyMeasure.Satisfaction).Select(r => (r.Numerator, r.Denominator)).Single());
    }

    [Fact]
    public void A_code_answers_once()
    {
        var survey = Open();
        var token = Tokens(survey, 30)[0];
        Answer(survey, token);

        Given.AssertRefused("已经用过", () => Answer(survey, token));
    }

    [Fact]
    public void A_code_of_another_survey_answers_nothing()
    {
        var other = Open().WithId(8);

        Given.AssertRefused("不属于", () => Answer(other, Tokens(Open(), 30)[0]));
    }

    [Fact]
    public void It_is_answered_between_its_days_and_while_it_is_open()
    {
        var survey = Open();

        Assert.Contains("6月10日开始", survey.WhyNotAnswerable(Given.Day(6, 9)), StringComparison.Ordinal);
        Assert.Null(survey.WhyNotAnswerable(Given.Day(6, 10)));
        Assert.Null(survey.WhyNotAnswerable(Given.Day(6, 20)));
        Assert.Contains("截止", survey.WhyNotAnswerable(Given.Day(6, 21)), StringComparison.Ordinal);
        survey.Close([], First, Given.Day(6, 15));
        Assert.Contains("已经结束", survey.WhyNotAnswerable(Given.Day(6, 15)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_grade_is_asked_for_and_at_most_three_are_chosen_of_several()
    {
        var survey = Open();
        var token = Tokens(survey, 30)[0];

        Given.AssertRefused("第1题还没有选择", () => survey.Answer(token, [[], [1], [], []], ["", "", "", ""], 0, Given.Day(6, 12)));
        Given.AssertRefused("第3题最多选3项", () => survey.Answer(token, [[1], [1], [1, 2, 3, 4], []], ["", "", "", ""], 0, Given.Day(6, 12)));
        Given.AssertRefused("第2题的选择无法识别", () => survey.Answer(token, [[1], [3], [], []], ["", "", "", ""], 0, Given.Day(6, 12)));
        Assert.False(token.IsUsed);
    }

    /// <summary>No column but the survey's is common to both, and no column of either could say when or as which a row came.</summary>
    [Fact]
    public void A_ballot_and_a_token_share_nothing_but_their_survey()
    {
        string[] token = ["Id", "IsUsed", "Seal", "SurveyId"], ballot = ["Choices", "Id", "SurveyId"], opinion = ["Id", "SurveyId", "Text"];

        Assert.Equal(token, Kept(typeof(SurveyToken)));
        Assert.Equal(ballot, Kept(typeof(SurveyBallot)));
        Assert.Equal(opinion, Kept(typeof(SurveyOpinion)));

        static IEnumerable<string> Kept(Type type) => type.GetProperties().Where(p => p.GetSetMethod(nonPublic: true) is not null && p.PropertyType != typeof(Survey)).Select(p => p.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_keys_of_tokens_and_ballots_are_in_no_order_and_never_the_same()
    {
        var survey = Open(slips: 200, kind: SurveyKind.MemberAppraisal);
        var tokens = Tokens(survey, 200);
        var answers = tokens.Select(t => Answer(survey, t)).ToList();

        Assert.NotEqual(tokens.Select(t => t.Id).Order(), tokens.Select(t => t.Id));
        Assert.NotEqual(answers.Select(a => a.Ballot.Id).Order(), answers.Select(a => a.Ballot.Id));
        Assert.Empty(tokens.Select(t => t.Id).Intersect(answers.Select(a => a.Ballot.Id)));

        // Ranks say nothing either: of 200 pairs only chance lets a few stand at the same place.
        var (first, second) = (Ranks(tokens.Select(t => t.Id)), Ranks(answers.Select(a => a.Ballot.Id)));
        Assert.InRange(first.Zip(second).Count(p => p.First == p.Second), 0, 20);

        static List<int> Ranks(IEnumerable<long> ids) => [.. ids.Select((id, i) => (id, i)).OrderBy(x => x.id).Select((x, rank) => (x.i, rank)).OrderBy(x => x.i).Select(x => x.rank)];
    }

    [Fact]
    public void Answering_leaves_the_survey_itself_as_it_was()
    {
        var survey = Open();
        var token = Tokens(survey, 30)[0];
        var before = State(survey);
        Answer(survey, token);

        Assert.Equal(before, State(survey));

        static string State(Survey survey) => string.Join('|', typeof(Survey).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetSetMethod(true) is not null).Select(p => $"{p.Name}={p.GetValue(survey)}"));
    }

    [Fact]
    public void What_is_written_stands_apart_from_what_was_ticked()
    {
        var survey = Open();
        var answer = survey.Answer(Tokens(survey, 30)[0], [[1], [1], [2], []], ["", "", "", "加装电梯"], 0, Given.Day(6, 12));

        Assert.Equal("1;1;2;", answer.Ballot.Choices);
        Assert.Equal("加装电梯", Assert.Single(answer.Opinions).Text);
    }

    [Fact]
    public void Codes_are_made_anew_only_until_somebody_has_answered()
    {
        var survey = Open();
        var tokens = Tokens(survey, 30);
        Assert.Equal(30, survey.Print(Seals(30, "x"), tokens, Given.Day(6, 10)).Count);
        Answer(survey, tokens[3]);

        Given.AssertRefused("已有人作答", () => survey.Print(Seals(30, "y"), tokens, Given.Day(6, 10)));
    }

    [Fact]
    public void A_code_reads_the_same_however_it_is_typed()
    {
        var code = SurveyToken.NewCode();

        Assert.Equal(code, SurveyToken.Plain($" {code[..5].ToLowerInvariant()}-{code[5..]}"));
        Assert.Equal("", SurveyToken.Plain(code[1..]));
        Assert.Equal("", SurveyToken.Plain("0123456789")); // 0 and 1 are no characters of a code
        Assert.DoesNotContain(SurveyToken.Characters, c => "0O1IL".Contains(c));
    }

    [Fact]
    public void One_person_counts_only_once_and_two_are_needed()
    {
        var survey = Open();
        survey.Count(12, Paper(6, 6), 0, First, Given.Day(6, 12));
        Assert.Equal(PaperState.AwaitsSecond, survey.Paper);
        Given.AssertRefused("只有一个人录入", () => survey.Close([], First, Given.Day(6, 20)));

        survey.Count(12, Paper(6, 6), 0, First, Given.Day(6, 12)); // his own again
        Assert.Equal(PaperState.AwaitsSecond, survey.Paper);
        survey.Count(12, Paper(6, 6), 0, Second, Given.Day(6, 12));
        Assert.Equal(PaperState.Agrees, survey.Paper);
        Given.AssertRefused("由两个人完成", () => survey.Count(12, Paper(6, 6), 0, Third, Given.Day(6, 12)));
    }

    [Fact]
    public void Where_the_two_differ_both_are_told_where_and_it_cannot_be_closed()
    {
        var survey = Open();
        survey.Count(12, Paper(6, 6), 0, First, Given.Day(6, 12));
        survey.Count(12, Paper(5, 7), 0, Second, Given.Day(6, 12));

        Assert.Equal([new(1, 1, 6, 5), new(1, 2, 6, 7), new(2, 1, 6, 5), new(2, 2, 6, 7)], survey.Differences());
        Given.AssertRefused("两人录入不一致", () => survey.Close([], First, Given.Day(6, 20)));
        survey.Count(12, Paper(6, 6), 0, Second, Given.Day(6, 13));
        Assert.Empty(survey.Differences());
        survey.Close([], First, Given.Day(6, 20));
        Assert.Equal(12, survey.Answered);
    }

    [Fact]
    public void There_are_no_more_ballots_than_slips_and_no_more_votes_than_ballots()
    {
        var survey = Open(slips: 30);

        Given.AssertRefused("纸质票最多10张", () => survey.Count(11, Paper(6, 5), 20, First, Given.Day(6, 12)));
        Given.AssertRefused("第1题各项合计12票", () => survey.Count(11, Paper(6, 6), 0, First, Given.Day(6, 12)));
        survey.Count(20, Paper(10, 10), 0, First, Given.Day(6, 12));
        survey.Count(20, Paper(10, 10), 0, Second, Given.Day(6, 12));
        Given.AssertRefused("多于发放的30份", () => survey.Close([.. Answer(survey, 11)], First, Given.Day(6, 20)));
    }

    [Fact]
    public void Answers_end_where_paper_has_taken_the_last_slip_and_either_count_can_still_be_mended()
    {
        var survey = Open(slips: 30);
        var tokens = Tokens(survey, 30);
        survey.Count(27, Paper(14, 13), 0, First, Given.Day(6, 12));
        survey.Count(26, Paper(13, 13), 0, Second, Given.Day(6, 12));

        Answer(survey, tokens[0], online: 2);
        Given.AssertRefused("已经收齐", () => Answer(survey, tokens[1], online: 3)); // the larger count holds until they agree
        survey.Count(27, Paper(14, 13), 3, Second, Given.Day(6, 13));
        Given.AssertRefused("纸质票最多27张", () => survey.Count(28, Paper(14, 14), 3, First, Given.Day(6, 13)));
        survey.Count(27, Paper(13, 14), 5, First, Given.Day(6, 13)); // its ballots are counted already
    }

    [Fact]
    public void Between_thirty_and_fifty_households_are_drawn_by_chance_when_it_opens()
    {
        Given.AssertRefused("30至50户", () => new Survey(7, 2026, SurveyKind.ResidentSatisfaction, "测评", Given.Day(6, 10), Given.Day(6, 20), 29));
        Given.AssertRefused("30至50户", () => new Survey(7, 2026, SurveyKind.ResidentSatisfaction, "测评", Given.Day(6, 10), Given.Day(6, 20), 51));
        var (one, other) = (Sampled(), Sampled());

        Assert.Equal(40, one.Split('、').Select(int.Parse).Distinct().Count(n => n is >= 1 and <= 2000));
        Assert.NotEqual(one, other);

        static string Sampled()
        {
            var survey = new Survey(7, 2026, SurveyKind.ResidentSatisfaction, "测评", Given.Day(6, 10), Given.Day(6, 20), 40);
            survey.Open(Questions, 2000, First, Given.Day(6, 10));
            Assert.Equal((true, 2000), (survey.IsSampleVerified, survey.SampledOf));
            return survey.Sample;
        }
    }

    [Fact]
    public void What_has_begun_is_neither_changed_nor_deleted()
    {
        var survey = Open();

        Given.AssertRefused("已经开始", () => survey.Change("另一个", Given.Day(6, 10), Given.Day(6, 20), 30));
        Given.AssertRefused("已经开始", survey.RequireDeletable);
        Given.AssertRefused("不超过8题", () => new Survey(7, 2026, SurveyKind.DebriefVote, "测评", Given.Day(6, 10), Given.Day(6, 20), 30).Open([.. Enumerable.Repeat(Questions[1], 9)], null, First, Given.Day(6, 10)));
    }

    [Theory]
    [InlineData(SurveyKind.ResidentSatisfaction, OrganizationLevel.Primary, OrganizationDomain.Community, true)]
    [InlineData(SurveyKind.ResidentSatisfaction, OrganizationLevel.Committee, OrganizationDomain.Subdistrict, false)]
    [InlineData(SurveyKind.MemberAppraisal, OrganizationLevel.Committee, OrganizationDomain.Subdistrict, true)]
    [InlineData(SurveyKind.EmployeeAppraisal, OrganizationLevel.Branch, OrganizationDomain.TwoNew, true)]
    [InlineData(SurveyKind.EmployeeAppraisal, OrganizationLevel.Primary, OrganizationDomain.Community, false)]
    [InlineData(SurveyKind.ServiceObjectAppraisal, OrganizationLevel.Primary, OrganizationDomain.Organ, true)]
    [InlineData(SurveyKind.DebriefVote, OrganizationLevel.District, OrganizationDomain.District, false)]
    public void Residents_are_asked_about_communities_and_employees_where_people_are_employed(SurveyKind kind, OrganizationLevel level, OrganizationDomain domain, bool suits) =>
        Assert.Equal(suits, kind.Suits(level, domain));

    private static Survey Open(int slips = 30, SurveyKind kind = SurveyKind.MemberAppraisal)
    {
        var survey = new Survey(Given.OrganizationId, 2026, kind, "测评", Given.Day(6, 10), Given.Day(6, 20), slips).WithId(5);
        survey.Open(Questions, null, First, Given.Day(6, 10));
        return survey;
    }

    private static string[] Seals(int count, string stem = "s") => [.. Enumerable.Range(0, count).Select(i => stem + i)];

    private static IReadOnlyList<SurveyToken> Tokens(Survey survey, int count)
    {
        var tokens = survey.Print(Seals(count), [], Given.Day(6, 10));
        return [.. tokens.Select(t => t.WithId(survey.Id, nameof(SurveyToken.SurveyId)))];
    }

    private static SurveyAnswer Answer(Survey survey, SurveyToken token, int online = 0) => survey.Answer(token, [[1], [1], [2, 3], []], ["", "", "", ""], online, Given.Day(6, 12));

    private static IEnumerable<SurveyBallot> Answer(Survey survey, int count) => Tokens(survey, survey.Slips).Take(count).Select(t => Answer(survey, t).Ballot);

    private static SurveyTally Paper(int very, int satisfied) => new([[very, satisfied, 0, 0, 0, 0], [very, satisfied], [1, 0, 0, 0], []]);

    [Fact]
    public void Whoever_has_the_seed_draws_the_same_households_and_another_seed_draws_others()
    {
        var drawn = Survey.Draw("1A2B3C4D", 900, 40);

        Assert.Equal(drawn, Survey.Draw("1A2B3C4D", 900, 40));
        Assert.NotEqual(drawn, Survey.Draw("1A2B3C4E", 900, 40));
        var numbers = drawn.Split('、').Select(int.Parse).ToList();
        Assert.Equal(40, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.InRange(n, 1, 900));
        Assert.StartsWith("16、74、95、101、", drawn, StringComparison.Ordinal);
    }
}
