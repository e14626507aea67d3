using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>One duty of one post.</summary>
public sealed class DutyModel(PartyWorkDb db, CurrentUser user, BusinessClock clock) : ListsPage(db, user, clock)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public DutyItem? Duty { get; private set; }
    public int No { get; private set; }
    public IReadOnlyList<Holder> Holders { get; private set; } = [];
    public IReadOnlyList<(int No, string Content)> Tasks { get; private set; } = [];

    [Needs(Act.ReadLists)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (Duty is { } d)
        {
            Input = new InputModel
            {
                PostTitle = d.PostTitle, HolderId = d.Holder.HoldingId, HolderText = d.Holder.Text, Character = d.Character, Content = d.Content,
                Frequency = d.Frequency, Deadline = d.Deadline, Tasks = [.. d.Tasks.Select(t => t.No)], Version = Db.VersionOf(d),
            };
        }

        return Page();
    }

    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostSaveAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (!CanEdit($"D{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        return !ModelState.IsValid ? Page() : await TryAsync(Db, async () =>
        {
            var text = new DutyText(Input.PostTitle.Trim(), Choose(Input.HolderId, Holders, Input.HolderText?.Trim() ?? ""), Input.Character?.Trim() ?? "",
                Input.Content.Trim(), Input.Frequency?.Trim() ?? "", Input.Deadline?.Trim() ?? "");
            if (Duty is null)
            {
                var last = await Db.DutyItems.Where(d => d.OrganizationId == Lists.OrganizationId && d.Year == Lists.Year).OrderByDescending(d => d.No).FirstOrDefaultAsync();
                if (last?.Text == text)
                {
                    return Saved(last.No); // the button was pressed twice
                }

                No = 1 + (last?.No ?? 0);
                Duty = new DutyItem(Lists.OrganizationId, Lists.Year, No, text);
                Db.Add(Duty);
            }
            else
            {
                Db.Expect(Duty, Input.Version);
                Duty.Write(text);
            }

            Duty.LinkTo(await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year && Input.Tasks.Contains(t.No)).ToListAsync());
            await Db.SaveChangesAsync();
            return Saved(No);
        }, () => AgainAsync(id, no));
    }

    private RedirectResult Saved(int no)
    {
        Tell($"责任{no}已保存。");
        return Redirect($"/lists/{Lists.Id}?tab=duties#D{no}");
    }

    private async Task<IActionResult> AgainAsync(int id, int no)
    {
        if (!await FindLineAsync(id, no))
        {
            return NotFound();
        }

        if (IsOutdated)
        {
            Input.Version = Db.VersionOf(Duty);
            ModelState.Remove("Input.Version");
        }

        return Page();
    }

    /// <summary>A line that was never filed may be taken out again.</summary>
    [Needs(Act.FillLists)]
    public async Task<IActionResult> OnPostDeleteAsync(int id, int no, int version)
    {
        if (!await FindLineAsync(id, no) || Duty is null)
        {
            return NotFound();
        }

        if (!CanEdit($"D{no}"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Duty.LinkTo([]);
        Db.Expect(Duty, version);
        Db.Remove(Duty);
        await Db.SaveChangesAsync();
        Tell($"责任{no}已删除。");
        return Redirect($"/lists/{id}?tab=duties");
    }

    private async Task<bool> FindLineAsync(int id, int no)
    {
        if (!await FindAsync(id))
        {
            return false;
        }

        No = no;
        Duty = await Db.DutyItems.Include(d => d.Tasks).SingleOrDefaultAsync(d => d.OrganizationId == Lists.OrganizationId && d.Year == Lists.Year && d.No == no);
        if (Duty is null && (no != 0 || !CanEdit("D0")))
        {
            return false;
        }

        if (CanEdit($"D{no}"))
        {
            Holders = await HoldersAsync();
            Tasks = [.. (await Db.WorkTasks.Where(t => t.OrganizationId == Lists.OrganizationId && t.Year == Lists.Year).OrderBy(t => t.No).Select(t => new { t.No, t.Content }).ToListAsync()).Select(t => (t.No, t.Content))];
        }
        else
        {
            Tasks = [.. Duty!.Tasks.OrderBy(t => t.No).Select(t => (t.No, t.Content))];
        }

        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "岗位"), Required(ErrorMessage = "请填写岗位。"), StringLength(DutyItem.TextMaxLength, ErrorMessage = "岗位不超过{1}字。")]
        public string PostTitle { get; set; } = "";

        [Display(Name = "姓名")]
        public int? HolderId { get; set; }

        [Display(Name = "或填写人员范围"), StringLength(Responsible.TextMaxLength, ErrorMessage = "人员范围不超过{1}字。")]
        public string? HolderText { get; set; }

        [Display(Name = "责任性质"), StringLength(DutyItem.TextMaxLength, ErrorMessage = "责任性质不超过{1}字。")]
        public string? Character { get; set; }

        [Display(Name = "责任内容"), Required(ErrorMessage = "请填写责任内容。"), StringLength(DutyItem.ContentMaxLength, ErrorMessage = "责任内容不超过{1}字。")]
        public string Content { get; set; } = "";

        [Display(Name = "频次"), StringLength(DutyItem.TextMaxLength, ErrorMessage = "频次不超过{1}字。")]
        public string? Frequency { get; set; }

        [Display(Name = "时限"), StringLength(DutyItem.TextMaxLength, ErrorMessage = "时限不超过{1}字。")]
        public string? Deadline { get; set; }

        [Display(Name = "对应任务")]
        public int[] Tasks { get; set; } = [];

        public int Version { get; set; }
    }
}
