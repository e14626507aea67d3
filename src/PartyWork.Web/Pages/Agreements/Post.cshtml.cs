using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Agreements;

/// <summary>One of the year's five posts: its name and at most eight duties.</summary>
public sealed class PostModel(PartyWorkDb db) : WorkPage
{
    private ResponsibilityPost? _stored;

    [BindProperty, Display(Name = "岗位"), Required(ErrorMessage = "请填写岗位。"), StringLength(ResponsibilityPost.TextMaxLength, ErrorMessage = "岗位不超过{1}字。")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "责任性质"), Required(ErrorMessage = "请填写责任性质。"), StringLength(ResponsibilityPost.TextMaxLength, ErrorMessage = "责任性质不超过{1}字。")]
    public string Character { get; set; } = "";

    [BindProperty]
    public List<Line> Lines { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }
    public DutyPosts Post { get; private set; }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnGetAsync(int year, DutyPosts post)
    {
        if (!await FindAsync(year, post))
        {
            return NotFound();
        }

        var shown = _stored ?? new ResponsibilityPost(year, post);
        (Name, Character, Version) = (shown.Name, shown.Character, db.VersionOf(_stored));
        Lines = [.. shown.Duties.OrderBy(d => d.No).Select(d => new Line { Content = d.Content, Frequency = d.Frequency })];
        Fill();
        return Page();
    }

    [Needs(Act.WritePlan)]
    public async Task<IActionResult> OnPostAsync(int year, DutyPosts post)
    {
        if (!await FindAsync(year, post))
        {
            return NotFound();
        }

        Fill();
        return !ModelState.IsValid ? Page() : await TryAsync(db, async () =>
        {
            Rule.Require(await db.WorkYears.AnyAsync(y => y.Year == year), $"请先新建{year}年度，再编制三级五岗。");
            var stored = _stored ?? new ResponsibilityPost(year, post);
            var before = stored.Duties.ToList();
            stored.Write(Name.Trim(), Character.Trim(), Lines.Select(l => (l.Content?.Trim() ?? "", l.Frequency?.Trim() ?? "")));
            if (_stored is null)
            {
                db.Add(stored);
            }
            else
            {
                db.Expect(stored, Version);
                db.Touch(stored);
                db.RemoveRange(before.Except(stored.Duties));
            }

            await db.SaveChangesAsync();
            Tell($"“{stored.Name}”的责任事项已保存。");
            return Redirect($"/agreements/posts?year={year}");
        }, async () =>
        {
            Fill();
            return await FindAsync(year, post) ? Page() : NotFound();
        });
    }

    private void Fill() => Lines = [.. Lines.Take(ResponsibilityPost.MostDuties), .. Enumerable.Repeat(0, Math.Max(0, ResponsibilityPost.MostDuties - Lines.Count)).Select(_ => new Line())];

    private async Task<bool> FindAsync(int year, DutyPosts post)
    {
        (Year, Post) = (year, post);
        _stored = await db.ResponsibilityPosts.Include(p => p.Duties).AsSingleQuery().SingleOrDefaultAsync(p => p.Year == year && p.Post == post);
        return ResponsibilityPost.Five.Any(f => f.Post == post);
    }

    public sealed class Line
    {
        public string? Content { get; set; }
        public string? Frequency { get; set; }
    }
}
