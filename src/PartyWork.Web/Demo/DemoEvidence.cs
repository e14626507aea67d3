using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using SkiaSharp;

namespace PartyWork.Web.Demo;

/// <summary>The little evidence that the demo's organisations keep: mostly document numbers, a few pictures drawn here, links to records.</summary>
public sealed class DemoEvidence(PartyWorkDb db, DemoContent content, int year)
{
    /// <summary>What was attached to the quarter's lines before the report went up.</summary>
    /// <param name="link">The address of a record of the system that a link stands for.</param>
    public void Attach(OrgNode node, IReadOnlyList<WorkTask> tasks, int quarter, Actor clerk, DateTime now, Func<string, string> link)
    {
        foreach (var row in content.Evidence(node.Code).Where(r => r.Quarter == quarter && tasks.Any(t => $"T{t.No}" == r.Place && t.IsInForce)))
        {
            db.Add(tasks.Single(t => $"T{t.No}" == row.Place).Attach(Keep(node, row, clerk, now, link), quarter, clerk, now));
        }
    }

    public void Attach(OrgNode node, Problem problem, Actor clerk, DateOnly on)
    {
        foreach (var row in content.Evidence(node.Code).Where(r => r.Place == $"P{problem.No}"))
        {
            var now = OfficeTime.Utc(on, new TimeOnly(10, 20));
            db.Add(problem.Attach(Keep(node, row, clerk, now, _ => ""), clerk, now));
        }
    }

    /// <summary>A scanned sheet with signatures.</summary>
    public static EvidenceItem KeepScan(PartyWorkDb db, int organizationId, string title, DateOnly on, Actor by)
    {
        var (file, bytes) = EvidenceUpload.Read($"{title}.png", Sheet(), new EvidenceLimits());
        var item = EvidenceItem.OfFile(organizationId, title, on, file, by, on);
        db.Add(new EvidenceContent(item, bytes));
        return item;
    }

    private EvidenceItem Keep(OrgNode node, EvidenceRow row, Actor clerk, DateTime now, Func<string, string> link)
    {
        var on = DateOnly.ParseExact($"{year}-{row.On}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var today = OfficeTime.DayOf(now);
        switch (row.Kind)
        {
            case EvidenceKind.SystemRecord:
                return EvidenceItem.OfRecord(node.Id, row.Title, on, link(row.Source), clerk, today);
            case EvidenceKind.DocumentNumber:
                return EvidenceItem.OfDocument(node.Id, row.Title, on, row.Source.Replace("{year}", $"{year}", StringComparison.Ordinal), clerk, today);
            default:
                var (file, bytes) = EvidenceUpload.Read(row.Title + ".png", Drawn(row.Source), new EvidenceLimits());
                var item = EvidenceItem.OfFile(node.Id, row.Title, on, file, clerk, today);
                db.Add(new EvidenceContent(item, bytes));
                return item;
        }
    }

    /// <summary>A plain picture of a house front, different for each name.</summary>
    private static byte[] Drawn(string name)
    {
        var seed = name.Sum(c => c);
        return Draw(640, 420, fill =>
        {
            fill(0, 0, 640, 420, 0xFFBFD4E6);
            fill(0, 340, 640, 80, 0xFF9AA38F);
            fill(90, 60 + (seed % 40), 460, 290, 0xFFE2D6C0 + (uint)(seed % 24));
            for (var i = 0; i < 24; i++)
            {
                fill(120 + (i % 6 * 70), 90 + (seed % 40) + (i / 6 * 60), 36, 38, (i + seed) % 5 == 0 ? 0xFFF3E3A1 : 0xFF6F8699);
            }

            fill(60 + (seed % 5 * 96), 40, 34, 310, 0xFF8C949C);
        });
    }

    /// <summary>A sheet of A4 with lines of writing, and short strokes where people sign.</summary>
    private static byte[] Sheet() => Draw(595, 842, fill =>
    {
        fill(0, 0, 595, 842, 0xFFFDFCF8);
        fill(180, 90, 235, 16, 0xFF4A4A4A);
        for (var i = 0; i < 18; i++)
        {
            fill(90, 140 + (i * 22), i % 4 == 3 ? 250 : 415, 5, 0xFFB5B5B5);
        }

        for (var i = 0; i < 8; i++)
        {
            fill(100 + (i % 2 * 220), 570 + (i / 2 * 52), 70 + (i * 5 % 30), 4, 0xFF30507A);
        }
    });

    private static byte[] Draw(int width, int height, Action<Action<float, float, float, float, uint>> picture)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint();
        picture((x, y, w, h, colour) =>
        {
            paint.Color = new SKColor(colour);
            surface.Canvas.DrawRect(x, y, w, h, paint);
        });
        using var image = surface.Snapshot();
        using var encoded = image.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }
}
