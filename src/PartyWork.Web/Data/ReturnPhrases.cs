using CsvHelper;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Filings;

namespace PartyWork.Web.Data;

/// <summary>常用意见 that the product brings along; the district may change them.</summary>
public static class ReturnPhrases
{
    private const string Resource = "PartyWork.Web.Content.return-phrases.csv";

    public static async Task LoadAsync(PartyWorkDb db)
    {
        if (await db.ReturnPhrases.AnyAsync(p => p.PersonId == null))
        {
            return;
        }

        await using var file = typeof(ReturnPhrases).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        var phrases = new List<ReturnPhrase>();
        while (csv.Read())
        {
            phrases.Add(ReturnPhrase.Add(null, csv.GetString("phrase"), phrases));
        }

        db.AddRange(phrases);
        await db.SaveChangesAsync();
    }
}
