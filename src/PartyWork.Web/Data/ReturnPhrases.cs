using CsvHelper;
using Microsoft.EntityFrameworkCore;

namespace PartyWork.Web.Data;

/// <summary>常用意见 that the product brings along; the district may change them.</summary>
public static class ReturnPhrases
{
    private const string Resource = "PartyWork.Web.Content.return-phrases.csv";

    public static async Task LoadAsync(PartyWorkDb db)
    {
        if (await db.ReturnPhrases.AnyAsync())
        {
            return;
        }

        await using var file = typeof(ReturnPhrases).Assembly.GetManifestResourceStream(Resource)!;
        using var csv = CsvReader.Create(file);
        while (csv.Read())
        {
            db.Add(new ReturnPhrase { Text = csv.GetString("phrase") });
        }

        await db.SaveChangesAsync();
    }
}
