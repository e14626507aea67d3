using System.ComponentModel;

namespace PartyWork.Domain.ThreeLists;

/// <summary>Posts of the responsibility system (三级五岗). The scheme says which of them must carry duties in the lists; clauses and the year's post set name them too.</summary>
[Flags]
public enum DutyPosts
{
    [Description("无")] None = 0,
    [Description("书记")] Secretary = 1,
    [Description("专职副书记")] Deputy = 2,
    [Description("其他班子成员")] Member = 4,
    [Description("下级党组织书记")] LowerSecretary = 8,
    [Description("党务干事")] Officer = 16,
    [Description("区级联系领导")] DistrictLeader = 32,
}

/// <summary>责任清单的一行: what a post answers for. It may name a group.</summary>
public sealed class DutyItem : IBelongToOrganization, IAudited
{
    public const int ContentMaxLength = 300, TextMaxLength = 60;

    private readonly List<WorkTask> _tasks = [];

    public DutyItem(int organizationId, int year, int no, DutyText text)
    {
        (OrganizationId, Year, No) = (organizationId, year, no);
        Write(text);
    }

    private DutyItem() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int Year { get; private set; }
    public int No { get; private set; }

    /// <summary>岗位 as written: 党工委书记.</summary>
    public string PostTitle { get; private set; } = "";
    public DutyPosts Post { get; private set; }
    public Responsible Holder { get; private set; } = Responsible.Nobody;
    public string Character { get; private set; } = "";
    public string Content { get; private set; } = "";
    public string Frequency { get; private set; } = "";
    public string Deadline { get; private set; } = "";
    public bool IsFiled { get; private set; }
    public IReadOnlyList<WorkTask> Tasks => _tasks;

    bool IAudited.IsRecorded => IsFiled;

    public DutyText Text => new(PostTitle, Holder, Character, Content, Frequency, Deadline);

    public void Write(DutyText text)
    {
        Rule.Require(!IsFiled, "清单已备案，责任事项不能直接修改。");
        Rule.Require(text.PostTitle.Length is > 0 and <= TextMaxLength, $"责任{No}：请填写岗位，不超过{TextMaxLength}字。");
        Rule.Require(text.Content.Length is > 0 and <= ContentMaxLength, $"责任{No}：请填写责任内容，不超过{ContentMaxLength}字。");
        Rule.Require(text.Character.Length <= TextMaxLength && text.Frequency.Length <= TextMaxLength && text.Deadline.Length <= TextMaxLength, $"责任{No}：责任性质、频次和时限各不超过{TextMaxLength}字。");
        (PostTitle, Holder, Character, Content, Frequency, Deadline) = (text.PostTitle, text.Holder, text.Character, text.Content, text.Frequency, text.Deadline);
        Post = PostOf(PostTitle);
    }

    public void LinkTo(IEnumerable<WorkTask> tasks)
    {
        Rule.Require(!IsFiled, "清单已备案，对应任务不能直接修改。");
        _tasks.Clear();
        _tasks.AddRange(tasks);
    }

    internal void File() => IsFiled = true;

    internal void Reopen() => IsFiled = false;

    /// <summary>The duty is the post's: its new holder answers for it.</summary>
    internal void ChangeHolder(Responsible holder) => Holder = holder;

    /// <summary>Which post of the responsibility system a title means.</summary>
    public static DutyPosts PostOf(string title) =>
        title.Contains("班子成员", StringComparison.Ordinal) ? DutyPosts.Member
        : title.Contains("副书记", StringComparison.Ordinal) ? DutyPosts.Deputy
        : title.Contains("党组织书记", StringComparison.Ordinal) || title.Contains("下级", StringComparison.Ordinal) ? DutyPosts.LowerSecretary
        : title.Contains("书记", StringComparison.Ordinal) ? DutyPosts.Secretary
        : title.Contains("干事", StringComparison.Ordinal) ? DutyPosts.Officer
        : DutyPosts.None;
}

/// <summary>What the owner writes in one line of the duty list.</summary>
public sealed record DutyText(string PostTitle, Responsible Holder, string Character, string Content, string Frequency, string Deadline);
