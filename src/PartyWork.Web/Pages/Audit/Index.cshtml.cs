using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Audit;

/// <summary>Who did what when, newest first, with all values hidden; and whether the chain is whole.</summary>
public sealed class IndexModel(PartyWorkDb db) : WorkPage
{
    [BindProperty(SupportsGet = true), Display(Name = "起始日期")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "截止日期")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "人员")]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "类别")]
    public string? Kind { get; set; }

    /// <summary>Only entries before this one: the page's key.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public long Count { get; private set; }
    public IReadOnlyList<MaskedEntry> Entries { get; private set; } = [];
    public long? Older { get; private set; }

    [Needs(Act.ReadAudit)]
    public async Task OnGetAsync()
    {
        Count = await db.AuditHeads.Select(h => h.Count).SingleAsync();
        var page = await AuditLog.PageAsync(db, new AuditFilter(From, To, Person, Kind), Before);
        Entries = [.. page.Take(AuditLog.PageSize)];
        Older = page.Count > AuditLog.PageSize ? Entries[^1].Sequence : null;
    }

    [Needs(Act.ReadAudit)]
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken)
    {
        var broken = await db.Lease.Chain.VerifyAsync(db, cancellationToken);
        db.Lease.Notes.Add(new AuditNote(nameof(AuditChain), "", broken is null ? "校验通过" : "校验不通过"));
        await db.SaveChangesAsync(cancellationToken);
        Rule.Require(broken is null, $"审计链校验不通过：{broken}请立即报告并保留现场。");
        Tell("审计链校验通过，没有发现改动或缺失。");
        return RedirectToPage();
    }

    /// <summary>This list from another key on.</summary>
    public string At(long? before)
    {
        var query = new QueryBuilder(Request.Query.Where(q => q.Key is nameof(From) or nameof(To) or nameof(Person) or nameof(Kind)));
        if (before is { } sequence)
        {
            query.Add(nameof(Before), sequence.ToString(CultureInfo.InvariantCulture));
        }

        return "/audit" + query;
    }
}
