using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Years;

/// <summary>The workday calendar of a year: the plain week and what the State Council's notice shifts.</summary>
public sealed class CalendarModel(PartyWorkDb db, BusinessClock clock) : WorkPage
{
    public const int MaxDays = 15;

    [BindProperty, Display(Name = "日期")]
    public DateOnly From { get; set; }

    [BindProperty, Display(Name = "至")]
    public DateOnly? To { get; set; }

    [BindProperty, Display(Name = "安排")]
    public CalendarDayKind Kind { get; set; } = CalendarDayKind.Holiday;

    [BindProperty, Display(Name = "名称"), Required(ErrorMessage = "请填写节假日名称。")]
    public string Name { get; set; } = "";

    /// <summary>The day being changed; null while a new one is entered.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public IReadOnlyList<DayRow> Days { get; private set; } = [];

    [Needs(Act.ReadYears)]
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        From = new DateOnly(Year, 1, 1);
        if (Id is not null)
        {
            if (Days.SingleOrDefault(d => d.Id == Id) is not { } day)
            {
                return NotFound();
            }

            (From, Kind, Name, Version) = (day.Date, day.Kind, day.Name, day.Version);
        }

        return Page();
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostAddAsync() => !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, async () =>
    {
        var last = To ?? From;
        Rule.Require(From.Year is >= 2000 and <= 2100, "日期应在2000年至2100年之间。");
        Rule.Require(last >= From && last.DayNumber - From.DayNumber < MaxDays, $"结束日期不能早于开始日期，一次最多登记{MaxDays}天。");
        var taken = await db.CalendarDays.Where(d => d.Date >= From && d.Date <= last).OrderBy(d => d.Date).Select(d => (DateOnly?)d.Date).FirstOrDefaultAsync();
        Rule.Require(taken is null, $"{taken:M月d日}已经登记，请修改原有登记。");
        for (var day = From; day <= last; day = day.AddDays(1))
        {
            db.Add(new CalendarDay(day, Kind, Name.Trim()));
        }

        return await DoneAsync($"已登记{Show.Words(From)}{(last > From ? $"至{Show.Words(last)}" : "")}{Kind.Text()}。", From.Year);
    }, AgainAsync);

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostChangeAsync()
    {
        if (await db.CalendarDays.SingleOrDefaultAsync(d => d.Id == Id) is not { } day)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await AgainAsync() : await TryAsync(db, () =>
        {
            db.Expect(day, Version);
            day.Change(Kind, Name.Trim());
            return DoneAsync($"{Show.Words(day.Date)}已改为{Kind.Text()}（{day.Name}）。", day.Date.Year);
        }, AgainAsync);
    }

    [Needs(Act.ManageYears)]
    public async Task<IActionResult> OnPostRemoveAsync(int id, int version)
    {
        if (await db.CalendarDays.SingleOrDefaultAsync(d => d.Id == id) is not { } day)
        {
            return NotFound();
        }

        db.Expect(day, version);
        db.Remove(day);
        return await DoneAsync($"已删除{Show.Words(day.Date)}的{day.Name}。", day.Date.Year);
    }

    public DayRow? ShiftOn(DateOnly? day) => Days.FirstOrDefault(d => d.Date == day);

    /// <summary>The weeks of a month, Monday first; null where the week belongs to another month.</summary>
    public IEnumerable<DateOnly?[]> Weeks(int month)
    {
        var first = new DateOnly(Year, month, 1);
        var blank = ((int)first.DayOfWeek + 6) % 7;
        return Enumerable.Repeat<DateOnly?>(null, blank)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(Year, month)).Select(d => (DateOnly?)first.AddDays(d)))
            .Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new DateOnly?[7 - week.Length]]);
    }

    private async Task<IActionResult> DoneAsync(string sentence, int year)
    {
        await db.SaveChangesAsync();
        Tell(sentence);
        return RedirectToPage(new { year, id = (int?)null });
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Year = ChosenYear(clock);
        Days = await db.CalendarDays.Where(d => d.Date >= new DateOnly(Year, 1, 1) && d.Date <= new DateOnly(Year, 12, 31)).OrderBy(d => d.Date)
            .Select(d => new DayRow(d.Id, d.Date, d.Kind, d.Name, EF.Property<int>(d, PartyWorkDb.Version))).ToListAsync();
    }

    public sealed record DayRow(int Id, DateOnly Date, CalendarDayKind Kind, string Name, int Version);
}
