using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Tests.Organizations;

public sealed class PersonTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void A_person_has_a_name_of_at_most_50_characters(int length) => AssertRefused("请填写姓名", () => new Person(Characters(length), ""));

    [Fact]
    public void Name_and_telephone_may_be_corrected()
    {
        var person = new Person("周民", "81230001");

        person.Correct("周敏", "81230002");

        Assert.Equal(("周敏", "81230002"), (person.Name, person.Phone));
        AssertRefused("请填写姓名", () => person.Correct("", "81230002"));
    }
}
