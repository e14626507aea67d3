using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Domain.Agreements;

/// <summary>三级五岗: one of the year's posts of the responsibility system, with its written duties.</summary>
public sealed class ResponsibilityPost : IAudited
{
    public const int MostDuties = 8, TextMaxLength = 60;

    /// <summary>A post that has been empty for longer is an alert.</summary>
    public const int VacancyDays = 30;

    /// <summary>The five posts in their order, P1 to P5, with the names that a district starts from.</summary>
    public static readonly IReadOnlyList<(DutyPosts Post, string Name, string Character)> Five =
    [
        (DutyPosts.DistrictLeader, "区级联系领导", "联系指导责任"), (DutyPosts.Secretary, "党（工）委书记", "第一责任人"), (DutyPosts.Deputy, "专职副书记（组织委员）", "直接责任人"),
        (DutyPosts.Member, "党（工）委班子其他成员", "一岗双责"), (DutyPosts.LowerSecretary, "基层党组织书记", "具体责任人"),
    ];

    private readonly List<PostDuty> _duties = [];

    public ResponsibilityPost(int year, DutyPosts post)
    {
        Rule.Require(Five.Any(f => f.Post == post), "该岗位不在三级五岗之列。");
        (Year, Post) = (year, post);
        (Name, Character) = Five.Where(f => f.Post == post).Select(f => (f.Name, f.Character)).Single();
    }

    private ResponsibilityPost() { }

    public int Id { get; private set; }
    public int Year { get; private set; }
    public DutyPosts Post { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>责任性质.</summary>
    public string Character { get; private set; } = "";
    public IReadOnlyList<PostDuty> Duties => _duties;

    int? IAudited.AuditOrganizationId => null;

    /// <param name="duties">责任事项 with 频次, in order; lines without content are left out.</param>
    public void Write(string name, string character, IEnumerable<(string Content, string Frequency)> duties)
    {
        var lines = duties.Where(d => d.Content.Length > 0).ToList();
        Rule.Require(name.Length is > 0 and <= TextMaxLength && character.Length is > 0 and <= TextMaxLength, $"请填写岗位和责任性质，各不超过{TextMaxLength}字。");
        Rule.Require(lines.Count <= MostDuties, $"每个岗位的责任事项不超过{MostDuties}条。");
        Rule.Require(lines.All(d => d.Content.Length <= DutyItem.ContentMaxLength && d.Frequency.Length <= TextMaxLength), $"责任事项不超过{DutyItem.ContentMaxLength}字，频次不超过{TextMaxLength}字。");
        (Name, Character) = (name, character);
        _duties.RemoveAll(d => d.No > lines.Count);
        foreach (var (index, line) in lines.Index())
        {
            var duty = _duties.SingleOrDefault(d => d.No == index + 1);
            if (duty is null)
            {
                _duties.Add(duty = new PostDuty(index + 1));
            }

            duty.Write(line.Content, line.Frequency);
        }
    }

    /// <summary>沿用上年.</summary>
    public ResponsibilityPost ForNextYear()
    {
        var next = new ResponsibilityPost(Year + 1, Post);
        next.Write(Name, Character, _duties.OrderBy(d => d.No).Select(d => (d.Content, d.Frequency)));
        return next;
    }

    /// <summary>Which posts of the five an organisation of a level fills by itself; the lower secretaries are those of its own children.</summary>
    public static PostKind? KindOf(DutyPosts post) => post switch
    {
        DutyPosts.DistrictLeader => PostKind.DistrictLeader,
        DutyPosts.Secretary or DutyPosts.LowerSecretary => PostKind.Secretary,
        DutyPosts.Deputy => PostKind.Deputy,
        DutyPosts.Member => PostKind.Member,
        DutyPosts.Officer => PostKind.Officer,
        _ => null,
    };

    public static bool IsLongVacant(DateOnly lastDay, DateOnly today) => today.DayNumber - lastDay.DayNumber > VacancyDays;
}

/// <summary>岗位责任事项.</summary>
public sealed class PostDuty : IAudited
{
    internal PostDuty(int no) => No = no;

    private PostDuty() { }

    public int Id { get; private set; }
    public int ResponsibilityPostId { get; private set; }
    public int No { get; private set; }
    public string Content { get; private set; } = "";
    public string Frequency { get; private set; } = "";

    int? IAudited.AuditOrganizationId => null;

    internal void Write(string content, string frequency) => (Content, Frequency) = (content, frequency);
}
