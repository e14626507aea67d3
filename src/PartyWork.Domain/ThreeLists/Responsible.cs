namespace PartyWork.Domain.ThreeLists;

/// <summary>
/// Who answers for it: a post-holder of the organisation or of one below, or the name as an imported sheet gives it, not yet matched.
/// </summary>
/// <param name="Text">姓名 as written.</param>
/// <param name="HoldingId">The post-holding it was matched to; null while unmatched.</param>
public sealed record Responsible(string Text, int? HoldingId)
{
    public const int TextMaxLength = 50;

    public static readonly Responsible Nobody = new("", null);

    /// <summary>“各班子成员”, “全体党员”: a group, not a person.</summary>
    public bool IsGroup => Text.StartsWith('各') || Text.StartsWith("全体", StringComparison.Ordinal);

    public bool IsResolved => HoldingId is not null;
}
