using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Figures;
using PartyWork.Domain.Filings;
using PartyWork.Web.Data;

namespace PartyWork.Web.Figures;

/// <summary>征集所得: what a 数据征集 brought in is a figure beside those of the dictionary, evaluated by the same query, so that it is found and not asked for again.</summary>
public static class AskedFigures
{
    /// <summary>More are not looked through: what was asked longer ago has hardly the day that is wanted.</summary>
    private const int Most = 200;

    private const string Prefix = "asked_";

    /// <param name="key">Null where an address names no figure after F=.</param>
    public static bool IsAsked(string? key) => key?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    public static string KeyOf(int request) => Prefix + request;

    /// <summary>Whoever reads one of the filings reads what they answer.</summary>
    public static IQueryable<DataRequest> Readable(PartyWorkDb db) => db.DataRequests.Where(r => db.Filings.Any(f => f.WindowId == r.WindowId));

    /// <summary>All that the reader may know of, the latest first: one command.</summary>
    public static async Task<IReadOnlyList<Figure>> AllAsync(PartyWorkDb db, OrgTree tree) =>
        [.. (await Readable(db).AsNoTracking().OrderByDescending(r => r.Id).Take(Most).ToListAsync()).Select(r => Of(r, tree))];

    /// <summary>The figure of the dictionary or of a request; null when there is none, or none that the reader may know of.</summary>
    public static async Task<Figure?> FindAsync(PartyWorkDb db, OrgTree tree, string key) => FigureDictionary.Find(key) is { } figure ? figure
        : IsAsked(key) && int.TryParse(key[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && await Readable(db).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is { } request ? Of(request, tree) : null;

    public static Figure Of(DataRequest request, OrgTree tree)
    {
        var id = request.Id;
        return new(KeyOf(id), request.Title, request.Unit, $"{request.Definition}（{request.AsOf:yyyy年M月d日}的数，由{tree.Find(request.AskerId)?.ShortName}征集，经上级审核通过的计入；答“{DataAnswer.Nil}”的不计。）")
        {
            Sections = [FigureSection.Asked], Time = FigureTime.Stock, Fold = FigureFold.Sum, Scale = Quantity.One, Decimals = 2,
            Facts = (db, p) => db.DataRequests.Where(r => r.Id == id && r.AsOf <= p.Cutoff)
                .Join(db.Filings.Where(f => f.Stage == FilingStage.Accepted), r => r.WindowId, f => f.WindowId, (r, f) => new { r.AsOf, Filing = f })
                .SelectMany(x => x.Filing.Rows.Where(r => r.Answer == Answer.Value && r.Value != null), (x, r) => new Fact
                {
                    OrganizationId = x.Filing.OrganizationId, RecordKind = RecordKinds.DataAnswer, RecordId = x.Filing.Id, Amount = r.Value!.Value, On = x.AsOf,
                    EnteredOn = x.Filing.Acts.Where(a => a.Kind == FilingActKind.Accept).Min(a => (DateOnly?)DateOnly.FromDateTime(a.At.AddHours(8))),
                }),
        };
    }
}
