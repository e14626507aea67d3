using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;

namespace PartyWork.Domain.Ledger;

/// <summary>The parts of the book, in its order.</summary>
public enum LedgerSection
{
    [Description("基本情况")] Basics = 1,
    [Description("责任书与承诺")] Agreement,
    [Description("清单、季报与日常履责")] Duties,
    [Description("专题研究党建")] Study,
    [Description("调研指导联系点")] Visits,
    [Description("讲党课")] Lectures,
    [Description("书记项目")] Project,
    [Description("督办的突出问题")] Problems,
    [Description("谈心谈话、约谈")] Talks,
    [Description("参加培训")] Training,
    [Description("上级检查反馈及整改")] Inspections,
    [Description("述职评议结果")] Debrief,
}

/// <summary>What is stored and what the calendar adds, in one word.</summary>
public enum LedgerState
{
    [Description("未开立")] NotOpened,
    [Description("记载中")] Open,
    [Description("已报送")] Submitted,
    [Description("已归档")] Archived,
}

/// <summary>One dated line: taken from another record, or the secretary's own.</summary>
/// <param name="Link">The address of the record that it comes from; empty for an own entry.</param>
/// <param name="IsLate">补记: written down more than 15 days after its day.</param>
public sealed record LedgerLine(LedgerSection Section, DateOnly On, string Text, string Link = "", bool IsOwn = false, bool IsLate = false);

/// <summary>
/// 书记抓党建工作台账 of one holder of the post for one year. The book is a view of other records: stored are only the few entries of the
/// secretary's own and what was submitted. It stays with person and organisation when the secretary changes.
/// </summary>
public sealed class SecretaryLedger : IBelongToOrganization, IAudited
{
    public const int MostEntries = 10;

    private readonly List<LedgerEntry> _entries = [];
    private readonly List<LedgerVersion> _versions = [];

    public SecretaryLedger(PostHolding holding, int year)
    {
        Rule.Require(holding.Kind is PostKind.Secretary, "书记台账只为书记设立。");
        Rule.Require(holding.From.Year <= year && (holding.To?.Year ?? year) >= year, $"{year}年不在任职期间，没有台账。");
        (OrganizationId, Holding, Year) = (holding.OrganizationId, holding, year);
    }

    private SecretaryLedger() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int HoldingId { get; private set; }
    public PostHolding Holding { get; private set; } = null!;
    public int Year { get; private set; }
    public IReadOnlyList<LedgerEntry> Entries => _entries;
    public IReadOnlyList<LedgerVersion> Versions => _versions;

    /// <param name="hasLines">Whether there is any line, from another record or own: the first one opens the ledger.</param>
    public static LedgerState StateOf(bool hasLines, bool isSubmitted, WorkYearState? year) =>
        !hasLines ? LedgerState.NotOpened : year is WorkYearState.Closed ? LedgerState.Archived : isSubmitted ? LedgerState.Submitted : LedgerState.Open;

    /// <summary>本人记载: what no other record tells.</summary>
    public LedgerEntry Write(LedgerSection section, DateOnly on, string text, DateOnly today, WorkYearState? state)
    {
        RequireOpen(state);
        Rule.Require(_entries.Count < MostEntries, $"本人记载全年不超过{MostEntries}条；其余由系统从办理记录中自动生成，不必重复填写。");
        var entry = new LedgerEntry(OrganizationId);
        entry.Set(this, section, on, text, today);
        _entries.Add(entry);
        return entry;
    }

    public void Amend(LedgerEntry entry, LedgerSection section, DateOnly on, string text, DateOnly today, WorkYearState? state)
    {
        RequireOpen(state);
        entry.Set(this, section, on, text, today);
    }

    /// <summary>What was never submitted may be taken out again.</summary>
    public void Remove(LedgerEntry entry, WorkYearState? state)
    {
        RequireOpen(state);
        Rule.Require(!entry.IsSubmitted, "这条记载已随台账报送，不能删除；可以修改，修改前后都保留可查。");
        _entries.Remove(entry);
    }

    /// <summary>The first day on which the ledger of a year is submitted: in December, the day is the year's own.</summary>
    public static DateOnly OpensOn(int year, int? ledgerDay) => new(year, 12, ledgerDay ?? Scheme.DefaultLedgerDay);

    /// <summary>报送, from that day on; what comes later is submitted with the next version.</summary>
    /// <param name="lines">The whole book as it stands.</param>
    /// <param name="opensOn">See <see cref="OpensOn"/>.</param>
    public void Submit(Actor secretary, IReadOnlyList<LedgerLine> lines, DateTime now, DateOnly opensOn, WorkYearState? state)
    {
        RequireOpen(state);
        Rule.Require(OfficeTime.DayOf(now) >= opensOn, $"{Year}年台账{opensOn:M月d日}起报送；此前的记载会自动保留。");
        Rule.Require(lines.Count > 0, "台账还没有任何记载，不能报送。");
        _entries.ForEach(e => e.Submit());
        _versions.Add(new LedgerVersion(OrganizationId, _versions.Count + 1, now, secretary.Name, lines));
    }

    private void RequireOpen(WorkYearState? state) => Rule.Require(state is not WorkYearState.Closed, $"{Year}年度已归档，台账不能再改。");
}

/// <summary>本人记载的一条.</summary>
public sealed class LedgerEntry : IBelongToOrganization, IAudited
{
    public const int TextMaxLength = 200, LateDays = 15;

    internal LedgerEntry(int organizationId) => OrganizationId = organizationId;

    private LedgerEntry() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int LedgerId { get; private set; }
    public LedgerSection Section { get; private set; }
    public DateOnly On { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>补记: allowed, and marked.</summary>
    public bool IsLate { get; private set; }
    public bool IsSubmitted { get; private set; }

    internal void Set(SecretaryLedger ledger, LedgerSection section, DateOnly on, string text, DateOnly today)
    {
        Rule.Require(Enum.IsDefined(section) && section is not LedgerSection.Basics, "请选择记在哪一部分；基本情况由系统生成。");
        Rule.Require(text.Length is > 0 and <= TextMaxLength, $"请写明做了什么，不超过{TextMaxLength}字。");
        Rule.Require(on.Year == ledger.Year, $"日期应在{ledger.Year}年内。");
        Rule.Require(on <= today, "日期不能晚于今天。");
        Rule.Require(on >= ledger.Holding.From && on <= (ledger.Holding.To ?? on), "日期应在本人任职期间。");
        if ((on, text) != (On, Text))
        {
            IsLate = today.DayNumber - on.DayNumber > LateDays;
        }

        (Section, On, Text) = (section, on, text);
    }

    internal void Submit() => IsSubmitted = true;
}

/// <summary>The book as it was submitted. Never changed afterwards.</summary>
public sealed class LedgerVersion : IBelongToOrganization
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    internal LedgerVersion(int organizationId, int no, DateTime at, string by, IReadOnlyList<LedgerLine> lines) =>
        (OrganizationId, No, At, By, Content) = (organizationId, no, at, by, JsonSerializer.Serialize(lines, Plain));

    private LedgerVersion() { }

    public int Id { get; private set; }
    public int OrganizationId { get; private set; }
    public int LedgerId { get; private set; }
    public int No { get; private set; }

    /// <summary>UTC, by the business clock.</summary>
    public DateTime At { get; private set; }
    public string By { get; private set; } = "";
    public string Content { get; private set; } = "";

    public IReadOnlyList<LedgerLine> Lines() => JsonSerializer.Deserialize<List<LedgerLine>>(Content)!;
}
