using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Evidence;
using PartyWork.Web.Pages.Evidence;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>登记会议签订: a whole meeting's agreements in one act, signed by the post-holders of its day.</summary>
public sealed class SigningModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease, EvidenceLimits limits) : WorkPage
{
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty]
    public int[] Ids { get; set; } = [];

    [BindProperty, Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The signed originals, scanned; one file for all of them, and never required.</summary>
    [BindProperty]
    public IFormFile? Scan { get; set; }

    public EvidenceLimits Limits => limits;
    public int Year { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IEnumerable<OrgNode> Committees => CommitteeChoice.Of(user);

    [Needs(Act.ManageAgreements)]
    public async Task OnGetAsync()
    {
        On = clock.Today;
        await LoadAsync();
    }

    [Needs(Act.ManageAgreements)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        return await TryAsync(db, async () =>
        {
            var mine = Rows.Where(r => Ids.Contains(r.Id)).Select(r => r.Id).ToList();
            Rule.Require(mine.Count > 0, "请至少选择一份责任书。");
            Rule.Require(On is not null, "请填写签订日期。");
            var (on, reason) = (On!.Value, lease.Why = Reason?.Trim() ?? "");
            var agreements = (await db.Agreements.Where(a => mine.Contains(a.Id)).ToListAsync()).OrderBy(a => user.Tree[a.OrganizationId].Level).ToList();
            var signers = await SignersAsync([.. agreements.SelectMany(a => new[] { a.OrganizationId, a.UpperId }).Distinct()], on);
            var effective = (await db.WithEffectiveAgreementAsync(Year, [.. agreements.Select(a => a.UpperId).Distinct()])).ToHashSet();
            var scan = Scan is null ? null : await new EvidenceForm(db, user, clock, limits).KeepAsync(new EvidenceInput { Title = $"{on:yyyy年M月d日}责任书签订原件", On = on, File = Scan }, user.Post!.OrganizationId, Request);
            foreach (var agreement in agreements) // upper levels first: at one meeting theirs are signed before
            {
                var isUpperEffective = user.Tree[agreement.UpperId].Level is OrganizationLevel.District || effective.Contains(agreement.UpperId);
                try
                {
                    agreement.RegisterSigning(Signer(agreement.OrganizationId), Signer(agreement.UpperId), on, Place?.Trim() ?? "", user.Actor, isUpperEffective, reason, clock.Today);
                }
                catch (BrokenRuleException broken)
                {
                    throw new BrokenRuleException($"{user.Tree[agreement.OrganizationId].Name}：{broken.Message}"); // of many it must be said which
                }

                effective.Add(agreement.OrganizationId);
                if (scan is not null)
                {
                    agreement.Attach(scan, user.Actor, clock.Now);
                }
            }

            await db.SaveChangesAsync();
            Tell($"已登记{agreements.Count}份责任书的签订。");
            return Redirect($"/agreements?year={Year}&Signed=true");

            Actor Signer(int organizationId)
            {
                Rule.Require(signers.ContainsKey(organizationId), $"{user.Tree[organizationId].Name}在{on:yyyy年M月d日}没有在任的签字人（书记或部领导），请取消该单位，或先登记任职。");
                return signers[organizationId];
            }
        }, async () =>
        {
            await LoadAsync();
            return Page();
        });
    }

    /// <summary>Who held the post on that day: the secretary; for the district its leader.</summary>
    private async Task<IReadOnlyDictionary<int, Actor>> SignersAsync(int[] organizations, DateOnly on)
    {
        var holdings = await db.PostHoldings.Where(h => organizations.Contains(h.OrganizationId) && (h.Kind == PostKind.Secretary || h.Kind == PostKind.DistrictLeader) && h.From <= on && (h.To == null || h.To >= on))
            .OrderBy(h => h.Kind).ThenBy(h => h.Id).Select(h => new { h.OrganizationId, h.PersonId, h.Person.Name, h.Title }).ToListAsync();
        return holdings.GroupBy(h => h.OrganizationId).ToDictionary(g => g.Key, g => new Actor(g.First().PersonId, g.First().Name, g.First().Title));
    }

    private async Task LoadAsync()
    {
        Year = ChosenYear(clock);
        var found = await db.Agreements.Where(a => a.Year == Year && a.Stage < AgreementStage.Effective).Select(a => new { a.Id, a.OrganizationId, a.UpperId, a.Stage, a.DueOn }).ToDictionaryAsync(a => a.OrganizationId);
        var below = Committee is { } committee ? user.Tree.Subtree(committee) : null;
        Rows = [.. user.Tree.InOrder.Where(n => found.ContainsKey(n.Id) && user.May(Act.ManageAgreements, n.Id) && (below?.Contains(n.Id) ?? true))
            .Select(n => new Row(found[n.Id].Id, n, user.Tree[found[n.Id].UpperId], found[n.Id].Stage, found[n.Id].DueOn))];
    }

    public sealed record Row(int Id, OrgNode Lower, OrgNode Upper, AgreementStage Stage, DateOnly DueOn);
}
