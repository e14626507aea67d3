using System.ComponentModel;

namespace PartyWork.Domain.AnnualReports;

public enum DifferenceKind
{
    [Description("未改")] Same,
    [Description("删去")] Removed,
    [Description("增加")] Added,
}

/// <summary>A run of characters that stayed, went or came.</summary>
public sealed record TextDifference(DifferenceKind Kind, string Text)
{
    /// <summary>From an older text to a newer one, by the longest common run of characters; what went stands before what came.</summary>
    public static IReadOnlyList<TextDifference> Between(string older, string newer)
    {
        var head = 0;
        while (head < older.Length && head < newer.Length && older[head] == newer[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < older.Length - head && tail < newer.Length - head && older[^(tail + 1)] == newer[^(tail + 1)])
        {
            tail++;
        }

        var (a, b) = (older[head..^tail], newer[head..^tail]);
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var runs = new List<TextDifference>();
        Add(DifferenceKind.Same, older[..head]);
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                Add(DifferenceKind.Same, $"{a[i]}");
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(DifferenceKind.Removed, $"{a[i++]}");
            }
            else
            {
                Add(DifferenceKind.Added, $"{b[j++]}");
            }
        }

        Add(DifferenceKind.Same, older[^tail..]);
        return runs;

        void Add(DifferenceKind kind, string text)
        {
            if (text.Length > 0 && runs.LastOrDefault()?.Kind == kind)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + text };
            }
            else if (text.Length > 0)
            {
                runs.Add(new(kind, text));
            }
        }
    }
}
