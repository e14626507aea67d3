using System.ComponentModel;
using System.Text.RegularExpressions;

namespace PartyWork.Domain.Evidence;

/// <summary>In the order in which they are asked for: what the system holds already, then a document number, then a file.</summary>
public enum EvidenceKind
{
    [Description("系统记录")] SystemRecord = 1,
    [Description("文号")] DocumentNumber,
    [Description("文件")] File,
}

/// <summary>What of a file is kept beside its bytes.</summary>
/// <param name="Size">Bytes as stored; a picture is smaller than it was sent.</param>
/// <param name="Hash">SHA-256 of the stored bytes, 64 hexadecimal digits.</param>
/// <param name="SentHash">SHA-256 of the bytes as they were sent, by which the same file is found again.</param>
public sealed record EvidenceFile(string Name, string MediaType, int Size, string Hash, string SentHash);

/// <summary>佐证: kept once by its organisation, with the day of what it shows, and used in many places.</summary>
public sealed partial class EvidenceItem : IBelongToOrganization, IAudited
{
    public const int TitleMaxLength = 100, LinkMaxLength = 200, DocumentNoMaxLength = 60, ReasonMaxLength = 100, FileNameMaxLength = 120;

    private readonly List<EvidenceUse> _uses = [];

    private EvidenceItem(int organizationId, EvidenceKind kind, string title, DateOnly on, Actor by, DateOnly today)
    {
        Rule.Require(title.Length is > 0 and <= TitleMaxLength, $"请填写佐证名称，不超过{TitleMaxLength}字。");
        Rule.Require(on <= today, "佐证日期是所证明事情发生的日期，不能晚于今天。");
        Rule.Require(on.Year >= 2000, "佐证日期不能早于2000年。");
        RequireOpen(title);
        (OrganizationId, Kind, Title, On, AddedBy, AddedOn) = (organizationId, kind, title, on, by.Name, today);
    }

    private EvidenceItem() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public EvidenceKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The day of what it shows, not of its upload.</summary>
    public DateOnly On { get; private set; }

    /// <summary>An address within the product, beginning with one slash; only with 系统记录.</summary>
    public string Link { get; private set; } = "";
    public string DocumentNo { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public int Size { get; private set; }
    public string? Hash { get; private set; }
    public string? SentHash { get; private set; }
    public string AddedBy { get; private set; } = "";
    public DateOnly AddedOn { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    public string WithdrawnBy { get; private set; } = "";
    public string WithdrawReason { get; private set; } = "";
    public IReadOnlyList<EvidenceUse> Uses => _uses;

    public bool IsWithdrawn => WithdrawnOn is not null;

    /// <summary>One line that says what it is: 《名称》（文号）.</summary>
    public string Told => DocumentNo.Length > 0 ? $"{Title}（{DocumentNo}）" : Title;

    public static EvidenceItem OfRecord(int organizationId, string title, DateOnly on, string link, Actor by, DateOnly today)
    {
        Rule.Require(link.Length <= LinkMaxLength && WithinProduct().IsMatch(link), "请填写本系统内的页面地址，例如 /reports/12：在浏览器地址栏复制即可。");
        return new(organizationId, EvidenceKind.SystemRecord, title, on, by, today) { Link = link };
    }

    public static EvidenceItem OfDocument(int organizationId, string title, DateOnly on, string documentNo, Actor by, DateOnly today)
    {
        Rule.Require(documentNo.Length is > 0 and <= DocumentNoMaxLength, $"请填写文号，不超过{DocumentNoMaxLength}字，例如：青组发〔2026〕12号。");
        RequireOpen(documentNo);
        return new(organizationId, EvidenceKind.DocumentNumber, title, on, by, today) { DocumentNo = documentNo };
    }

    public static EvidenceItem OfFile(int organizationId, string title, DateOnly on, EvidenceFile file, Actor by, DateOnly today)
    {
        RequireOpen(file.Name);
        return new(organizationId, EvidenceKind.File, title, on, by, today)
        {
            FileName = file.Name, MediaType = file.MediaType, Size = file.Size, Hash = file.Hash, SentHash = file.SentHash,
        };
    }

    /// <summary>撤回: it stays where it was used, marked with the reason, and counts no more.</summary>
    public void Withdraw(Actor by, string reason, DateOnly today)
    {
        Rule.Require(!IsWithdrawn, "该佐证已经撤回。");
        Rule.Require(reason.Length is > 0 and <= ReasonMaxLength, $"请写明撤回原因，不超过{ReasonMaxLength}字。");
        (WithdrawnOn, WithdrawnBy, WithdrawReason) = (today, by.Name, reason);
    }

    /// <summary>Only what is used nowhere may be deleted; <see cref="Uses"/> must be loaded.</summary>
    public void RequireUnused() => Rule.Require(_uses.Count == 0, "该佐证已被引用，不能删除；未报送的可先取消引用，已报送的请写明原因撤回。");

    /// <summary>What an organisation reports of itself, it proves by what it keeps itself.</summary>
    internal void RequireKeptBy(int organizationId) => Rule.Require(OrganizationId == organizationId, "只能引用本组织登记的佐证。");

    /// <summary>What carries a mark of secrecy must not enter a system that is not for it.</summary>
    private static void RequireOpen(string text) =>
        Rule.Require(!SecrecyMark().IsMatch(text), "名称、文号或文件名带有密级标志：本系统为非涉密系统，严禁存储国家秘密和工作秘密。");

    [GeneratedRegex(@"^/[a-z][A-Za-z0-9/_.\-]*(\?[A-Za-z0-9=&_.\-]*)?$")]
    private static partial Regex WithinProduct();

    [GeneratedRegex("(绝密|机密|秘密)[★☆*]")]
    private static partial Regex SecrecyMark();
}

/// <summary>The bytes of a file, in a table that no list reads.</summary>
public sealed class EvidenceContent : IBelongToOrganization
{
    public EvidenceContent(EvidenceItem item, byte[] bytes) => (OrganizationId, Item, Bytes) = (item.OrganizationId, item, bytes);

    private EvidenceContent() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int ItemId { get; private set; }
    public EvidenceItem Item { get; private set; } = null!;
    public byte[] Bytes { get; private set; } = [];
}
