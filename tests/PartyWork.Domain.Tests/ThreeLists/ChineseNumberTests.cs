using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Tests.ThreeLists;

public sealed class ChineseNumberTests
{
    private const string Digits = "零一二三四五六七八九";

    [Fact]
    public void Every_number_to_99_reads_the_same_in_Chinese_as_in_digits()
    {
        Assert.All(Enumerable.Range(1, 99), number =>
        {
            Assert.Equal(number, ChineseNumber.Read(Chinese(number)));
            Assert.Equal(Chinese(number), ChineseNumber.Write(number));
            Assert.Equal(number, ChineseNumber.Read($"{number}"));
        });

        static string Chinese(int number) =>
            (number / 10) switch { 0 => "", 1 => "十", var tens => $"{Digits[tens]}十" } + (number % 10 is 0 ? "" : Digits[number % 10]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("零")]
    [InlineData("-1")]
    [InlineData("+3")]
    [InlineData("一二")]
    [InlineData("十十")]
    [InlineData("零十")]
    [InlineData("十二三")]
    [InlineData("一二十")]
    [InlineData("一百")]
    [InlineData("甲")]
    public void What_is_no_number_is_not_guessed(string text) => Assert.Null(ChineseNumber.Read(text));

    [Theory]
    [InlineData("任务1", new[] { 1 })]
    [InlineData("任务1、任务2", new[] { 1, 2 })]
    [InlineData("任务1、任务７", new[] { 1, 7 })]
    [InlineData("任务1、2；3", new[] { 1, 2, 3 })]
    [InlineData("任务1，任务2, 任务3\n任务4", new[] { 1, 2, 3, 4 })]
    [InlineData("任务十二", new[] { 12 })]
    [InlineData("7", new[] { 7 })]
    [InlineData("", new int[0])]
    public void References_are_read_as_people_write_them(string text, int[] numbers) => Assert.Equal(numbers, ChineseNumber.References(text, "任务"));

    [Theory]
    [InlineData("问题1")]
    [InlineData("任务1、培训")]
    [InlineData("任务")]
    [InlineData("任务1至3")]
    public void A_reference_to_something_else_is_not_guessed(string text) => Assert.Null(ChineseNumber.References(text, "任务"));

    [Theory]
    [InlineData("责任书第三条", new[] { 3 })]
    [InlineData("问题1；责任书第三条", new[] { 3 })]
    [InlineData("责任书第１２条", new[] { 12 })]
    [InlineData("责任书第三条、责任书第十一条", new[] { 3, 11 })]
    [InlineData("责任书第三条、第五条；要点第七条", new[] { 3, 5 })]
    [InlineData("上级要点", new int[0])]
    [InlineData("上级要点第三条", new int[0])]
    public void Clauses_are_read_from_the_source(string source, int[] clauses) => Assert.Equal(clauses, ChineseNumber.Clauses(source));
}
