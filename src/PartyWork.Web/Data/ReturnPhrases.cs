using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data;

/// <summary>常用意见 that the product brings along; the district may change them.</summary>
public static class ReturnPhrases
{
    private const string Resource = "PartyWork.Web.Content.return-phrases.csv";

    private static readonly Dictionary<string, PhraseUse> Uses = new() { ["退回"] = PhraseUse.Returning, ["评分"] = PhraseUse.Scoring };

    /// <summary>For each use of which the district has none yet.</summary>
    public static async Task LoadAsync(PartyWorkDb db)
    {
        var known = await db.ReturnPhrases.Where(p => p.PersonId == null).Select(p => p.Use).Distinct().ToListAsync();
        await using var file = typeof(ReturnPhrases).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        var phrases = new List<ReturnPhrase>();
        while (csv.Read())
        {
            var use = Uses[csv.GetString("use")];
            phrases.Add(ReturnPhrase.Add(null, csv.GetString("phrase"), [.. phrases.Where(p => p.Use == use)], use));
        }

        db.AddRange(phrases.Where(p => !known.Contains(p.Use)));
        db.Lease.Why = "随系统带入的常用意见，可以修改。";
        await db.SaveChangesAsync();
        db.Lease.Why = "";
    }
}
