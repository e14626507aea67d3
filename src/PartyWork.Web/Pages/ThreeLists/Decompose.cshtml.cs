using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyWork.Domain;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>
/// 分解下达: one form, one act. The chosen children, each with its share and nodes, and how the shares make up the whole. Once it is handed down the same
/// form gives shares to further children and changes those of which nothing has been reported.
/// </summary>
public sealed class DecomposeModel(PartyWorkDb db, CurrentUser user, BusinessClock clock, DbLease lease) : DecomposePage(db, user, clock)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnGetAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        (Combining, Version) = (Task.Combining ?? Decomposition.UsualFor(Task.Measure), Db.VersionOf(Task));
        var free = Free.ToList();
        Rows = [.. free.Select(c => new ShareRow { OrganizationId = c.Id, Chosen = !IsHandedDown && free.Count <= MostChildren, Content = Task.Content })];
        Shares = [.. Existing.Where(s => WhyFixed(s) is null).Select(ShareRow.Of)];
        Propose();
        return Page();
    }

    /// <summary>按所选均分: proposes anew for the children that are ticked, changes nothing.</summary>
    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnPostSplitAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        Shares = StillOpen();
        ModelState.Clear();
        if (Propose() > MostChildren)
        {
            ModelState.AddModelError("", $"{TooMany(Rows.Count(r => r.Chosen))}，请减少所选的下级后再均分，或者直接填写各自的目标值。");
        }

        return Page();
    }

    [Needs(Act.DecomposeTask)]
    public async Task<IActionResult> OnPostRunAsync(int id, int no)
    {
        if (await RefuseAsync(id, no) is { } refused)
        {
            return refused;
        }

        return await TryAsync(Db, async () =>
        {
            Db.Expect(Task, Version);
            var again = IsHandedDown;
            var shares = await SharesAsync();
            var reason = lease.Why = Reason?.Trim() ?? "";
            var (added, changes) = Decomposed.Run(shares, ChangedShares(), reason, Current.Actor, Today);
            Db.AddRange(added);
            Db.AddRange(changes);
            Db.Touch(Task);
            foreach (var change in changes)
            {
                Db.Touch(change.Task);
            }

            await Db.SaveChangesAsync();
            Tell(Done(no, again, shares, changes.Count));
            return Redirect($"/lists/shares/{Task.Id}");
        }, async () => await RefuseAsync(id, no) ?? Again());
    }

    /// <summary>Writes a proposal into the rows that are ticked, unless some of them would get nothing.</summary>
    /// <returns>For how many it was asked.</returns>
    private int Propose()
    {
        var ticked = Rows.Where(r => r.Chosen).ToList();
        var asked = ticked.Count > 0 || !IsHandedDown ? ticked : Rows;
        var shares = WhyNot is null && asked.Count <= MostChildren ? Decomposed.Propose(asked.Count) : [];
        foreach (var (row, share) in asked.Zip(shares))
        {
            row.Show(share.Target, share.Nodes);
        }

        return ticked.Count;
    }

    private List<ShareChange> ChangedShares()
    {
        List<ShareChange> shares = [.. Shares.Select(r => (Row: r, Share: ShareOf(r), Node(r.OrganizationId).Name))
            .Select(r => new ShareChange(r.Share, r.Name, r.Row.Hundredths(r.Name), r.Row.Nodes(r.Name), IsInWords ? r.Row.Words : ""))];
        foreach (var share in shares.Where(s => s.Differs))
        {
            var why = WhyFixed(share.Task);
            Rule.Require(why is null, $"{share.Name}{why}");
        }

        return shares;
    }

    /// <summary>What was typed for shares that can still be changed: the form counts its rows through, and after a gap nothing more would be read.</summary>
    private List<ShareRow> StillOpen() => [.. Shares.Where(r => WhyFixed(ShareOf(r)) is null)];

    private static string Done(int no, bool again, IReadOnlyList<Share> shares, int changed)
    {
        var atOnce = shares.Count(s => s.InForce);
        var begin = atOnce == shares.Count ? "，即日执行" : $"：{atOnce}个清单已报送，即日执行；{shares.Count - atOnce}个列入清单草案，随清单备案后执行";
        return !again ? $"任务{no}已分解下达给{shares.Count}个下级{begin}。"
            : string.Join("", new[] { shares.Count > 0 ? $"任务{no}又下达给{shares.Count}个下级{begin}。" : "", changed > 0 ? $"已调整{changed}个下级的目标和节点，对方重新签收。" : "" });
    }

    private PageResult Again()
    {
        Shares = StillOpen();
        if (IsOutdated)
        {
            Version = Db.VersionOf(Task);
            ModelState.Remove(nameof(Version));
        }

        return Page();
    }
}
