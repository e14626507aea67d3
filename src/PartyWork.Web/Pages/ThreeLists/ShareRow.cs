using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Pages.ThreeLists;

/// <summary>One child's share as typed: of a child that has none yet, or of one whose share may still be changed.</summary>
public sealed class ShareRow
{
    public int OrganizationId { get; set; }

    /// <summary>Whether it is given a share now; a share that there is needs no tick.</summary>
    public bool Chosen { get; set; }

    /// <summary>What the child does of a task without a number.</summary>
    public string? Content { get; set; }
    public string? Target { get; set; }
    public string? Node1 { get; set; }
    public string? Node2 { get; set; }
    public string? Node3 { get; set; }
    public string? Node4 { get; set; }

    /// <summary>The share as it stands.</summary>
    public static ShareRow Of(WorkTask share)
    {
        var row = new ShareRow { OrganizationId = share.OrganizationId, Content = share.Content };
        row.Show(share.Target, share.Nodes);
        return row;
    }

    public void Show(int? target, QuarterNodes nodes) =>
        (Target, Node1, Node2, Node3, Node4) = (Typed.Print(target), Typed.Print(nodes.First), Typed.Print(nodes.Second), Typed.Print(nodes.Third), Typed.Print(nodes.Fourth));

    public string Words => Content?.Trim() ?? "";

    /// <param name="name">The child, to name what cannot be read.</param>
    public int? Hundredths(string name) => Typed.Number(Target, $"{name}目标值");

    public QuarterNodes Nodes(string name) =>
        new(Typed.Number(Node1, $"{name}一季度节点"), Typed.Number(Node2, $"{name}二季度节点"), Typed.Number(Node3, $"{name}三季度节点"), Typed.Number(Node4, $"{name}四季度节点"));
}
