using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Agreements;

/// <summary>
/// An agreement on paper, to be signed and sealed by both parties: one original for each. Above the signatures stands what was signed; what was changed since,
/// and who has taken it over, stands below them.
/// </summary>
public static class AgreementDocument
{
    /// <summary>What the last sentence says of the originals; the page that prints says it too.</summary>
    public const string Closing = "本责任书一式两份，甲乙双方各执一份，自双方签字之日起生效。";

    public const string Amendments = "修改记录", Addenda = "补签";

    public const string AddendaWords = "签字人变动，继任同志确认本责任书各条款和原签字继续有效。";

    public static readonly string[] Originals = ["甲方存", "乙方存"];

    public static byte[] Write(Agreement agreement, string number, string upper, string lower)
    {
        var document = new WordDocument();
        foreach (var (i, original) in Originals.Index())
        {
            if (i > 0)
            {
                document.NewOriginal();
            }

            WriteOriginal(document, agreement, number, original, upper, lower);
        }

        return document.ToBytes($"{lower}{agreement.Year}年度党建工作目标责任书");
    }

    private static void WriteOriginal(WordDocument document, Agreement agreement, string number, string original, string upper, string lower)
    {
        document.Line(number, original);
        document.Title($"{agreement.Year}年度党建工作目标责任书");
        document.Text($"甲方：{upper}");
        document.Text($"乙方：{lower}");

        document.Heading("一、责任目标");
        foreach (var (i, section) in agreement.Clauses.OrderBy(c => c.No).GroupBy(c => c.IsOwn ? "自加条款" : c.AsSigned().Category).Index())
        {
            document.SubHeading($"（{ChineseNumber.Write(i + 1)}）{section.Key}");
            foreach (var clause in section)
            {
                document.Text(Words(clause));
            }
        }

        foreach (var (i, (heading, words)) in new[] { ("保障措施", agreement.Safeguards), ("考核奖惩", agreement.Rewards) }.Where(p => p.Item2.Length > 0).Index())
        {
            document.Heading($"{ChineseNumber.Write(i + 2)}、{heading}");
            foreach (var line in words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                document.Text(line);
            }
        }

        document.LastText(Closing);
        Sign(Party.Upper, upper, agreement.UpperSignature);
        Sign(Party.Lower, lower, agreement.LowerSignature);
        if (agreement.AgreedAmendments().Any())
        {
            document.Heading(Amendments);
            foreach (var (i, amendment) in agreement.AgreedAmendments().Index())
            {
                document.Text($"{i + 1}．{Words(amendment)}");
            }
        }

        if (agreement.Addenda.Count > 0)
        {
            document.Heading(Addenda);
            document.LastText(AddendaWords);
            foreach (var addendum in agreement.Addenda.OrderBy(d => d.Id))
            {
                document.Line($"{addendum.Party.Text()}：{(addendum.IsUpper ? upper : lower)}");
                document.Line($"补签：{addendum.Name}（{addendum.Post}）", $"{addendum.SignedOn:yyyy年M月d日}");
            }
        }

        void Sign(Party party, string name, Signature signature)
        {
            document.Line("");
            document.Line($"{party.Text()}（盖章）：{name}");
            document.Line($"签字：{signature.Name}", signature.On is { } on ? $"{on:yyyy年M月d日}" : "        年    月    日");
        }
    }

    /// <summary>第3条　每月开展主题党日。目标值：12次；完成时限：12月20日；牵头岗位：书记。</summary>
    private static string Words(AgreementClause clause)
    {
        var points = clause.Points is { } p ? $"；分值：{Quantity.Print(p)}分" : "";
        return $"第{clause.No}条　{Words(clause.AsSigned())}；牵头岗位：{clause.LeadPost.Text()}{points}。";
    }

    /// <summary>第3条，自2026年6月18日起修改。原为：……。改为：……。理由：……。乙方叶超2026年6月16日确认，甲方刘建国2026年6月18日确认。</summary>
    public static string Words(ClauseAmendment amendment) =>
        $"第{amendment.Clause.No}条，自{amendment.AgreedOn:yyyy年M月d日}起修改。原为：{Words(amendment.Old)}。改为：{Words(amendment.Changed)}。理由：{amendment.Reason.TrimEnd('。')}。"
        + $"乙方{Words(amendment.LowerConfirmation)}，甲方{Words(amendment.UpperConfirmation)}。";

    private static string Words(Signature confirmation) => $"{confirmation.Name}（{confirmation.Post}）{confirmation.On:yyyy年M月d日}确认";

    private static string Words(Objective objective) => $"{objective.Content.TrimEnd('。')}。目标值：{objective.TargetText}；完成时限：{objective.DueOn:M月d日}";
}
