using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>总评办法 of a year: what counts how much, what is added and taken off, and from how many points which grade is given. Read by all, written until it is frozen.</summary>
public sealed class GradingModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>权重, whole percent as typed, by kind and part: “Committee-Routine”.</summary>
    [BindProperty]
    public Dictionary<string, string?> Percents { get; set; } = [];

    [BindProperty]
    public Dictionary<GradingNumber, string?> Numbers { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public GradingScheme? Scheme { get; private set; }
    public bool Manages => user.May(Act.DecideGrades);
    public bool Writes => Manages && Scheme is { FrozenOn: null };
    public IEnumerable<RubricKind> Kinds => Scheme!.Weights.Select(w => w.Kind).Distinct().Order();

    /// <summary>The numbers in their groups, each with what it is about.</summary>
    public static IEnumerable<(string Name, IEnumerable<GradingNumber> Numbers)> Groups => Enum.GetValues<GradingNumber>().GroupBy(n => (int)n / 10).Select(g => (g.Key switch
    {
        0 => "等次和名额", 1 => "平时得分（合计100分）", 2 => "党（工）委年底考核的构成（%）", 3 => "述职评议等次折分", 4 => "加分", 5 => "扣分", _ => "示范点考核的构成（%）",
    }, g.AsEnumerable()));

    [Needs(Act.ReadAssessments)]
    public async Task OnGetAsync()
    {
        await LoadAsync(ChosenYear(clock));
        Fill();
    }

    /// <summary>Last year's numbers, or those that the product brings along, become this year's draft.</summary>
    [Needs(Act.DecideGrades)]
    public async Task<IActionResult> OnPostBeginAsync(int year)
    {
        Rule.Require(!await db.GradingSchemes.AnyAsync(s => s.Year == year), $"{year}年已经有总评办法。");
        var last = await db.GradingSchemes.OfYearAsync(year - 1);
        db.Add(last?.Copy(year) ?? GradingContent.Read(year));
        await db.SaveChangesAsync();
        Tell($"已{(last is null ? "载入样本" : $"沿用{year - 1}年的办法")}，请核对后保存；年底考核方案发布后不能再改。");
        return Redirect($"/assessments/grading?year={year}");
    }

    [Needs(Act.DecideGrades)]
    public async Task<IActionResult> OnPostSaveAsync(int year)
    {
        await LoadAsync(year);
        return Scheme is null ? NotFound() : await TryAsync(db, async () =>
        {
            db.Expect(Scheme, Version);
            db.Touch(Scheme);
            Scheme.Write(
                Scheme.Weights.ToDictionary(w => (w.Kind, w.Part), w => Whole(Percents.GetValueOrDefault(KeyOf(w)), $"{w.Kind.Text()}{w.Part.Text()}")),
                Scheme.Numbers.ToDictionary(n => n.Number, n => Typed.Number(Numbers.GetValueOrDefault(n.Number), n.Number.Text()) ?? throw new BrokenRuleException($"请填写“{n.Number.Text()}”。")));
            await db.SaveChangesAsync();
            Tell("总评办法已保存。");
            return Redirect($"/assessments/grading?year={year}");
        }, async () =>
        {
            var shown = Version;
            await LoadAsync(year);
            (Version, _) = IsOutdated ? (VersionNow, ModelState.Remove(nameof(Version))) : (shown, false);
            return Page();
        });
    }

    public static string KeyOf(SchemeWeight weight) => $"{weight.Kind}-{weight.Part}";

    private static int Whole(string? typed, string field) => Typed.Number(typed, field) is { } number && number % Quantity.One == 0 ? number / Quantity.One : throw new BrokenRuleException($"“{field}”的权重请填写整数百分比。");

    private void Fill()
    {
        if (Scheme is not null)
        {
            Percents = Scheme.Weights.ToDictionary(KeyOf, w => (string?)w.Percent.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Numbers = Scheme.Numbers.ToDictionary(n => n.Number, n => (string?)Quantity.Print(n.Value));
            Version = VersionNow;
        }
    }

    private int VersionNow => db.VersionOf(Scheme);

    private async Task LoadAsync(int year)
    {
        Year = year;
        Scheme = await db.GradingSchemes.OfYearAsync(year);
    }
}
