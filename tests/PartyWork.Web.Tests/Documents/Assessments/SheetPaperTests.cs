using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Tests.Documents.Assessments;

/// <summary>T32 for 反馈意见书 and 整改台账: of every sheet that the demo's teams have submitted, valid, and with the figures of the database.</summary>
public sealed class SheetPaperTests(App app) : IClassFixture<App>
{
    /// <summary>T32 asks for forty.</summary>
    private const int LeastDocuments = 40;

    [Theory]
    [InlineData("Letter", "反馈意见书.docx")]
    [InlineData("Ledger", "整改台账.docx")]
    public async Task Each_is_valid_and_named_in_Chinese(string handler, string ending)
    {
        using var client = await app.SignedInAsync("orgdept");
        var all = await SubmittedAsync();
        Assert.InRange(all.Count, LeastDocuments, int.MaxValue);
        foreach (var (id, round) in all)
        {
            using var answer = await client.GetAsync($"/assessments/rounds/{round}/feedback?handler={handler}&sheet={id}");
            Assert.EndsWith(ending, answer.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);
            using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{id} {e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        }
    }

    [Fact]
    public async Task The_letter_s_classes_add_up_to_its_total_and_its_problems_to_what_was_lost()
    {
        using var client = await app.SignedInAsync("orgdept");
        var all = await SubmittedAsync();
        Assert.InRange(all.Count, LeastDocuments, int.MaxValue);
        foreach (var (id, round) in all)
        {
            var (total, lost) = await app.WithDbAsync(async db =>
            {
                var sheet = (await db.FindSheetAsync(id))!;
                return (sheet.ToldTotal!.Value, sheet.Lines.Where(l => !l.IsNotApplicable && l.Told < l.Points).Select(l => (l.Code, Loss: l.Points - l.Told!.Value)).ToList());
            });
            using var document = await OpenAsync(client, $"/assessments/rounds/{round}/feedback?handler=Letter&sheet={id}");
            var body = document.MainDocumentPart!.Document!.Body!;
            var tables = body.Elements<Table>().Select(t => t.Elements<TableRow>().Skip(1).Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToList()).ToList()).ToList();
            var (worth, earned) = (tables[0].Sum(r => Hundredths(r[1])), tables[0].Sum(r => Hundredths(r[2])));

            Assert.Equal(total, ScoreSheet.OutOfFullMarks(earned, worth));
            Assert.Contains($"总分{Quantity.Print(total)}分", body.InnerText, StringComparison.Ordinal);
            Assert.Equal(lost.Select(l => (l.Code, l.Loss)), tables.Count > 1 ? tables[1].Select(r => (r[1], Hundredths(r[4]))) : []);
            Assert.All(tables.Skip(1).SelectMany(t => t), r => Assert.NotEqual("", r[5]));
        }
    }

    [Fact]
    public async Task Of_a_sheet_that_is_still_being_scored_there_is_no_letter()
    {
        var (id, round) = await app.WithDbAsync(db => db.ScoreSheets.Where(s => s.Stage == SheetStage.Scoring).Select(s => ValueTuple.Create(s.Id, s.RoundId)).FirstAsync());
        using var client = await app.SignedInAsync("orgdept");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"/assessments/rounds/{round}/feedback?handler=Letter&sheet={id}")).StatusCode);
        var (other, _) = (await SubmittedAsync())[0];
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"/assessments/rounds/{round + 1000}/feedback?handler=Letter&sheet={other}")).StatusCode);
    }

    private static int Hundredths(string printed) => Quantity.Parse(printed)!.Value.Hundredths;

    private Task<List<(int Id, int Round)>> SubmittedAsync() => app.WithDbAsync(db =>
        db.ScoreSheets.Where(s => s.SubmittedAt != null).OrderBy(s => s.Id).Select(s => ValueTuple.Create(s.Id, s.RoundId)).ToListAsync());

    private static async Task<WordprocessingDocument> OpenAsync(HttpClient client, string path) => WordprocessingDocument.Open(new MemoryStream(await client.GetByteArrayAsync(path)), false);
}
