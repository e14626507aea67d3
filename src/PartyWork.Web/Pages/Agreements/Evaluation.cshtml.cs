using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>年终评定 of all agreements of one upper party in one form: what has words is evaluated together or not at all, the rest stays for later.</summary>
public sealed class EvaluationModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : WorkPage
{
    /// <summary>甲方: the committee whose lower parties are evaluated; for the department the district when none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty]
    public List<Input> Inputs { get; set; } = [];

    /// <summary>Words for all rows that have none yet.</summary>
    [BindProperty]
    public string? Common { get; set; }

    public int Year { get; private set; }
    public OrgNode Upper { get; private set; } = null!;
    public IReadOnlyList<EvaluationRow> Rows { get; private set; } = [];

    /// <summary>Those whose lower parties the reader may evaluate.</summary>
    public IReadOnlyList<OrgNode> Uppers => [.. user.Tree.InOrder.Where(n => n.Level is OrganizationLevel.District or OrganizationLevel.Committee && user.Tree.Children(n.Id).Any(c => user.May(Act.ManageAgreements, c.Id)))];

    /// <summary>Archived: what has not been evaluated by then stays so.</summary>
    public bool IsClosed { get; private set; }
    public IEnumerable<EvaluationRow> Open => IsClosed ? [] : Rows.Where(r => r.Stage is AgreementStage.Effective);
    public IEnumerable<EvaluationRow> Evaluated => Rows.Where(r => r.Stage is AgreementStage.Evaluated);

    /// <summary>Typed here for agreements that somebody else has evaluated meanwhile: kept to be read and copied.</summary>
    public IEnumerable<(EvaluationRow Row, string Words)> Overtaken => Evaluated.Select(r => (r, Inputs.FirstOrDefault(i => i.Id == r.Id)?.Words?.Trim() ?? "")).Where(r => r.Item2.Length > 0);
    public bool IsTime => clock.Today >= Agreement.EvaluatedFrom(Year);

    public Input InputOf(EvaluationRow row) => Inputs.FirstOrDefault(i => i.Id == row.Id) ?? new Input { Id = row.Id, Version = row.Version };

    [Needs(Act.ManageAgreements)]
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>填入未填的各行: changes nothing that is stored and nothing that was typed.</summary>
    [Needs(Act.ManageAgreements)]
    public async Task<IActionResult> OnPostFillAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Inputs = [.. Open.Select(InputOf)];
        foreach (var input in Inputs.Where(i => string.IsNullOrWhiteSpace(i.Words)))
        {
            input.Words = Common?.Trim();
        }

        ModelState.Clear();
        return Page();
    }

    [Needs(Act.ManageAgreements)]
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || Inputs.Any(i => Rows.All(r => r.Id != i.Id)))
        {
            return NotFound();
        }

        return await TryAsync(db, async () =>
        {
            var written = Inputs.Where(i => !string.IsNullOrWhiteSpace(i.Words)).ToDictionary(i => i.Id);
            Rule.Require(written.Count > 0, "请至少为一份责任书填写评定意见。");
            var ids = written.Keys.ToArray();
            foreach (var agreement in await db.Agreements.Where(a => ids.Contains(a.Id)).ToListAsync())
            {
                db.Expect(agreement, written[agreement.Id].Version);
                try
                {
                    agreement.Evaluate(written[agreement.Id].Words!.Trim(), clock.Today, IsClosed);
                }
                catch (BrokenRuleException broken)
                {
                    throw new BrokenRuleException($"{user.Tree[agreement.OrganizationId].Name}：{broken.Message}"); // of many it must be said which
                }
            }

            await db.SaveChangesAsync();
            var left = Open.Count() - written.Count;
            Tell($"已登记{written.Count}份责任书的年终评定{(left > 0 ? $"，还有{left}份待评定" : "，已全部评定")}。");
            return Redirect($"/agreements/evaluation?year={Year}&Committee={Upper.Id}");
        }, AgainAsync);
    }

    /// <summary>After somebody else was first, the rows carry the versions of now: saving once more means it.</summary>
    private async Task<IActionResult> AgainAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            foreach (var input in Inputs)
            {
                input.Version = Rows.FirstOrDefault(r => r.Id == input.Id)?.Version ?? input.Version;
            }
        }

        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        Year = ChosenYear(clock);
        var own = user.Organization; // with nobody below it, it has nothing to evaluate and says so
        var chosen = Committee is null ? Uppers.FirstOrDefault(n => n.Id == own?.Id) ?? own : Uppers.FirstOrDefault(n => n.Id == Committee);
        if (chosen is null)
        {
            return false;
        }

        Upper = chosen;
        var (year, upper) = (Year, chosen.Id);
        (IsClosed, Rows) = await EvaluationRow.ReadAsync(db, user, year, upper);
        return true;
    }

    /// <summary>One agreement as typed.</summary>
    public sealed class Input
    {
        public int Id { get; set; }
        public int Version { get; set; }
        public string? Words { get; set; }
    }
}
