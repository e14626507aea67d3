using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Surveys;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Surveys;

/// <summary>
/// 作答 by whoever holds a slip. Without account, session or cookie: the code is the whole right, so that no token against forgery is needed, and
/// nothing of the visit stays but the ballot and that the code is used.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken(Order = 1001)]
public sealed class AnswerModel(PartyWorkDb db, OrgTrees trees, OneTimeCodes codes, BusinessClock clock) : PageModel
{
    public Survey? Survey { get; private set; }
    public string Organization { get; private set; } = "";
    public string Code { get; private set; } = "";

    /// <summary>Why it cannot be answered, or what is missing.</summary>
    public string Sentence { get; private set; } = "";
    public bool IsDone { get; private set; }

    public async Task OnGetAsync(string? code, bool done)
    {
        IsDone = done;
        if (!done && !string.IsNullOrWhiteSpace(code))
        {
            await FindAsync(code);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync(Request.Form["code"]) is not { } token)
        {
            return Page();
        }

        try
        {
            return await db.AsOneAsync(() => AnswerAsync(token.SurveyId));
        }
        catch (BrokenRuleException broken)
        {
            Sentence = broken.Message;
        }
        catch (DbUpdateConcurrencyException)
        {
            (Survey, Sentence) = (null, "这个测评码已经用过。每个码只能提交一次，感谢您的参与。");
        }

        return Page();
    }

    /// <summary>Of the survey as it stands while nobody closes it: what is thanked for is counted.</summary>
    private async Task<IActionResult> AnswerAsync(int survey)
    {
        await db.HoldSurveyAsync(survey);
        if (await FindAsync(Code) is not { } token)
        {
            return Page();
        }

        var answer = token.Survey.Answer(token, [.. token.Survey.Questions.Index().Select(q => Chosen(q.Index))], [.. token.Survey.Questions.Index().Select(q => Written(q.Index))], token.Survey.OnPaper == 0 ? 0 : await db.OnlineAsync(survey), clock.Today);
        db.Add(answer.Ballot);
        db.AddRange(answer.Opinions);
        await db.SaveChangesAsync();
        return Redirect("/s?done=true");
    }

    /// <summary>What was ticked, as it came with the form.</summary>
    public IReadOnlyList<int> Chosen(int question) => !Request.HasFormContentType ? [] : [.. Request.Form[$"q{question + 1}"].Select(v => int.TryParse(v, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0)];

    public string Written(int question) => Request.HasFormContentType ? Request.Form[$"w{question + 1}"].ToString().Trim().ReplaceLineEndings("\n") : "";

    private async Task<SurveyToken?> FindAsync(string? typed)
    {
        Code = SurveyToken.Plain(typed);
        var token = Code.Length == 0 ? null : await db.FindTokenAsync(codes.SealOfSlip(Code));
        Sentence = token is null ? "没有找到这个测评码，请核对纸条上的10个字符。"
            : token.Survey.WhyNotAnswerable(clock.Today) ?? (token.IsUsed ? "这个测评码已经用过。每个码只能提交一次，感谢您的参与。" : "");
        if (Sentence.Length > 0)
        {
            return null;
        }

        Survey = token!.Survey;
        var tree = await trees.GetAsync(db, await db.TreeStamps.Select(t => t.Version).SingleAsync());
        Organization = tree[Survey.OrganizationId].Name;
        return token;
    }
}
