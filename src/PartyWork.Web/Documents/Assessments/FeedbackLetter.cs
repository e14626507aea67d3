using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Documents.Word;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>反馈意见书: what a sheet came to by class, what points were lost on and why, what is to be put right, and until when there may be an objection.</summary>
public static class FeedbackLetter
{
    private const int MostAchievements = 3, PlanWorkdays = 15, RectificationDays = ScoreSheet.RectificationDays;

    private static readonly WordColumn[] Classes = [new("类别", 24), new("分值", 8) { IsCentred = true }, new("得分", 8) { IsCentred = true }, new("得分率", 8) { IsCentred = true }];

    private static readonly WordColumn[] Problems =
        [new("编号", 6) { IsCentred = true }, new("条款", 8) { IsCentred = true }, new("考核标准", 16), new("分值", 6) { IsCentred = true }, new("扣分", 6) { IsCentred = true }, new("存在问题", 28), new("佐证", 12)];

    /// <param name="sheet">Submitted, with round, team, rubric and lines; without a number of its own the letter is a draft.</param>
    /// <param name="issuer">中共青禾区委组织部.</param>
    public static byte[] Write(ScoreSheet sheet, string organizationName, string issuer) => Write([(sheet, organizationName)], issuer);

    /// <summary>Several letters, each an original of its own, in one file to be printed.</summary>
    public static byte[] Write(IReadOnlyList<(ScoreSheet Sheet, string OrganizationName)> letters, string issuer)
    {
        var document = new WordDocument();
        foreach (var (i, (sheet, name)) in letters.Index())
        {
            if (i > 0)
            {
                document.NewOriginal();
            }

            Write(document, sheet, name, issuer);
        }

        return document.ToBytes($"{(letters.Count == 1 ? letters[0].OrganizationName : "")}{letters[0].Sheet.Round.Plan.Name}反馈意见书");
    }

    private static void Write(WordDocument document, ScoreSheet sheet, string organizationName, string issuer)
    {
        var plan = sheet.Round.Plan;
        document.Title($"{plan.Name}\n反馈意见书");
        document.Line(sheet.LetterNo.Length > 0 ? sheet.LetterNo : "（文号待编）");
        document.Addressee(organizationName);
        document.Text($"按照《{plan.Name}方案》（{plan.DocumentNo}），{sheet.Team!.Name}于{sheet.VisitedOn:yyyy年M月d日}对你单位进行了考核。现将考核情况反馈如下。");

        document.Heading("一、考核得分");
        document.Text($"按百分制折算，总分{Quantity.Print(sheet.ToldTotal ?? 0)}分；{sheet.Round.Phase switch { AssessmentPhase.Acceptance => "验收结论按评分、群众测评和信访情况另行认定", AssessmentPhase.Mid => "年中检查不评等次", _ => "考核等次另行公布" }}。各类得分如下：");
        document.Table(Classes, ClassScore.Of(sheet).Select(c => (IReadOnlyList<string>)[c.Name, Quantity.Print(c.Worth), Quantity.Print(c.Earned), c.Rate]));

        document.Heading("二、主要成绩");
        document.Text(Achievements(sheet));
        if (sheet.Opinion.Length > 0)
        {
            document.Text($"考核组意见：{sheet.Opinion}");
        }

        document.Heading("三、存在问题");
        var lost = LostLine.Of(sheet);
        if (lost.Count == 0)
        {
            document.Text("没有扣分的条款。");
        }
        else
        {
            document.Text($"共{lost.Count}条扣分，扣分按条款印发的分值计：");
            document.Table(Problems, lost.Select(l => (IReadOnlyList<string>)[$"{l.No}", l.Code, l.Standard, Quantity.Print(l.Points), Quantity.Print(l.Loss), l.Problem, l.Evidence]));
        }

        document.Heading("四、整改要求和时限");
        document.Text(lost.Count == 0 ? "请继续巩固提高。"
            : $"请对上述问题逐条填写整改台账，自收到本意见书之日起{PlanWorkdays}个工作日内报送整改方案，{(sheet.FeedbackOn is { } on ? $"{on.AddDays(RectificationDays):yyyy年M月d日}前" : $"{RectificationDays}日内")}完成整改。整改情况由所属党（工）委核实，区委组织部抽查，并在下次考核时查看。");

        document.Heading("五、申诉期限");
        document.LastText($"对事实认定、计分计算或程序回避有异议的，由书记在{(sheet.ObjectionUntil is { } until ? $"{until:yyyy年M月d日}24:00前" : $"收到本意见书后{ScoreSheet.ObjectionWorkdays}个工作日内")}在系统中对具体条款提出申诉，每条限申诉一次；逾期未申诉的，视为没有异议。");
        document.Signature(issuer, sheet.FeedbackOn, isSealed: true);
        document.Blank();
        document.Line("签发人：", "送达日期：", "签收人：");
    }

    /// <summary>The classes that have lost least, full marks first.</summary>
    private static string Achievements(ScoreSheet sheet)
    {
        var classes = ClassScore.Of(sheet).Where(c => c.Worth > 0).ToList();
        var full = classes.Where(c => c.Earned == c.Worth).ToList();
        return full.Count > 0
            ? $"{string.Join("、", full.Take(MostAchievements).Select(c => c.Name))}{(full.Count > MostAchievements ? $"等{full.Count}类" : "")}没有扣分。"
            : $"{string.Join("、", classes.OrderByDescending(c => Fraction.OfHundredths(c.Earned) / Fraction.OfHundredths(c.Worth)).Take(MostAchievements).Select(c => $"{c.Name}得分率{c.Rate}"))}，在各类中较好。";
    }
}
