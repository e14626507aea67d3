namespace PartyWork.Domain.Figures;

/// <summary>常用取数: a person's own choice of figures, organisations and days, under a name.</summary>
public sealed class SavedQuery
{
    public const int NameMaxLength = 30, AddressMaxLength = 1500, MostOfOne = 20;

    /// <param name="address">The choice as the page's address holds it, without the path.</param>
    /// <param name="held">How many the person has saved already.</param>
    public SavedQuery(int personId, string name, string address, int held)
    {
        Rule.Require(name.Length is > 0 and <= NameMaxLength, $"请给这次取数起个名字，不超过{NameMaxLength}字。");
        Rule.Require(address.Length is > 1 and <= AddressMaxLength, "请先选择指标再保存；选得太多的，请分几次保存。");
        Rule.Require(held < MostOfOne, $"常用取数最多保存{MostOfOne}个，请先删去不用的。");
        (PersonId, Name, Address) = (personId, name, address);
    }

    private SavedQuery() { }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
}
