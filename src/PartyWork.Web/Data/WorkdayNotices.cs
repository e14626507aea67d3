using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Calendar;

namespace PartyWork.Web.Data;

/// <summary>The State Council's yearly notices: those the product brings along, and reading what is entered.</summary>
public static class WorkdayNotices
{
    private const string Resource = "PartyWork.Web.Content.workdays.csv";

    /// <summary>Which days are worked, by all notices that are entered.</summary>
    public static async Task<Workdays> WorkdaysAsync(this PartyWorkDb db) => new(await db.CalendarDays.AsNoTracking().ToListAsync());

    /// <summary>Enters the notices of the product's own list where none is entered; what the district has changed stays.</summary>
    public static async Task LoadAsync(PartyWorkDb db)
    {
        if (await db.CalendarDays.AnyAsync())
        {
            return;
        }

        await using var file = typeof(WorkdayNotices).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        while (csv.Read())
        {
            var kind = csv.GetString("kind") == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.Workday;
            db.Add(new CalendarDay(DateOnly.ParseExact(csv.GetString("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), kind, csv.GetString("name")));
        }

        db.Lease.Why = "随系统带入的国务院办公厅节假日安排，请与通知原文核对。";
        await db.SaveChangesAsync();
        db.Lease.Why = "";
    }
}
