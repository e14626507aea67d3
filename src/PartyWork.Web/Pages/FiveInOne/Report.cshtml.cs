using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.FiveInOne;
using PartyWork.Web.Documents.Word;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.FiveInOne;

/// <summary>述职报告: its skeleton is made from records, the writer says the rest, the secretary submits it.</summary>
public sealed class ReportModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : DebriefPage(db, user, clock)
{
    private const string None = "述职报告还没有起草。";

    [BindProperty]
    public TextInput Input { get; set; } = new();

    /// <summary>The numbers of the sentences that stay.</summary>
    [BindProperty, Display(Name = "保留项")]
    public List<int> Kept { get; set; } = [];

    /// <summary>P3 → what was done about pledge 3; Q7 → how far problem 7 has been put right.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    public bool Writes => May(Act.WriteFiveInOne) && Debrief?.IsEditable == true;
    public bool Submits => May(Act.SubmitFiveInOne);
    public bool MayBegin => May(Act.WriteFiveInOne) && Debrief is null && Node.Level is OrganizationLevel.Committee;

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetAsync(int id, int year) => Find(id, year) ? await ShowAsync() : NotFound();

    [Needs(Act.ReadFiveInOne)]
    public async Task<IActionResult> OnGetWordAsync(int id, int year)
    {
        if (!Find(id, year))
        {
            return NotFound();
        }

        await LoadAsync();
        return Debrief is null or { IsFile: true } ? Redirect(Home) : File(DebriefDocument.Write(Debrief, Paper, Node.Name, Debrief.SubmittedBy), WordDocument.ContentType, $"{Node.ShortName}{PaperTitle}.docx");
    }

    /// <summary>起草: with what the records tell already.</summary>
    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostBeginAsync(int id, int year) => ActAsync(id, year, Act.WriteFiveInOne, async () =>
    {
        await LoadAsync();
        Rule.Require(Node.Level is OrganizationLevel.Committee, "基层党组织的述职报告由上级存档，不在系统中撰写。");
        Rule.Require(Debrief is null, "述职报告已经起草。");
        Rule.Require(Today >= Debrief.OpensOn(year), $"{year}年述职报告{Debrief.OpensOn(year):M月d日}起撰写。");
        var debrief = new Debrief(id, year);
        debrief.Tell(await new DebriefSources(Db, Current, Today).ReadAsync(id, year));
        Db.Add(debrief);
        return "已按台账、承诺、问题和指标生成骨架，请核对后补充。";
    }, ShowAsync, () => At("report"));

    /// <summary>重新取数: the sentences as the records are today, beside what has been typed.</summary>
    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostCollectAsync(int id, int year, int version) => ActAsync(id, year, Act.WriteFiveInOne, async () =>
    {
        var debrief = await WriteAsync(version);
        debrief.Tell(await new DebriefSources(Db, Current, Today).ReadAsync(id, year));
        return "已按最新记录重新取数，您填写的内容没有改动。";
    }, ShowAsync, () => At("report"));

    [Needs(Act.WriteFiveInOne)]
    public Task<IActionResult> OnPostSaveAsync(int id, int year, int version) => ActAsync(id, year, Act.WriteFiveInOne, async () =>
    {
        await WriteAsync(version);
        return "述职报告已保存。";
    }, ShowAsync, () => At("report"));

    [Needs(Act.SubmitFiveInOne)]
    public Task<IActionResult> OnPostSubmitAsync(int id, int year, int version) => ActAsync(id, year, Act.SubmitFiveInOne, async () =>
    {
        (await WriteAsync(version)).Submit(Current.Actor, Answered, Taken, Today);
        return $"述职报告已报{Superior}审核。";
    }, ShowAsync, () => At("report"));

    private async Task<Debrief> WriteAsync(int version)
    {
        await LoadAsync();
        var debrief = There(Debrief, None);
        Expect(debrief, version);
        debrief.Write(Input.Text, Kept,
        [
            .. from p in Answered where Answers.ContainsKey($"P{p.No}") select DebriefWords.Of(p, Said($"P{p.No}")),
            .. from p in Taken where Answers.ContainsKey($"Q{p.No}") select DebriefWords.Of(p, Said($"Q{p.No}")),
        ]);
        return debrief;
    }

    private string Said(string key) => Answers[key]?.Trim() ?? "";

    private async Task<IActionResult> ShowAsync()
    {
        await LoadAsync();
        if (Debrief is not null && !Request.HasFormContentType)
        {
            Input = TextInput.Of(Debrief.Text);
            Kept = [.. Debrief.Sentences().Index().Where(s => s.Item.IsKept).Select(s => s.Index)];
            Answers = Answered.ToDictionary(p => $"P{p.No}", p => (string?)Debrief.AnswerTo(p)).Concat(Taken.ToDictionary(p => $"Q{p.No}", p => (string?)Debrief.AnswerTo(p))).ToDictionary();
        }

        return Page();
    }

    public sealed class TextInput
    {
        public string? Duties { get; set; }
        public string? Pledges { get; set; }
        public string? Rectification { get; set; }
        public string? Problems { get; set; }
        public string? NextSteps { get; set; }

        internal DebriefText Text => new(Clean(Duties), Clean(Pledges), Clean(Rectification), Clean(Problems), Clean(NextSteps));

        internal static TextInput Of(DebriefText text) => new() { Duties = text.Duties, Pledges = text.Pledges, Rectification = text.Rectification, Problems = text.Problems, NextSteps = text.NextSteps };

        public string? this[DebriefPart part] => Text[part];

        private static string Clean(string? typed) => typed?.Trim().ReplaceLineEndings("\n") ?? "";
    }
}
