using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Pages.Assessments.Rounds;

/// <summary>考核对象 as the district's lists show it. Totals are hundredths of the hundred-point scale.</summary>
public sealed record RoundObject(int SheetId, int OrganizationId, RubricKind Kind, int? TeamId, SheetStage Stage, string Note, int Scored, int Lines)
{
    public int? ComputedTotal { get; init; }
    public int? SelfTotal { get; init; }
    public int? TeamTotal { get; init; }
    public int? FinalTotal { get; init; }
    public string LetterNo { get; init; } = "";
    public DateOnly? FeedbackOn { get; init; }
    public DateOnly? ObjectionUntil { get; init; }
    public int OpenObjections { get; init; }

    /// <summary>组长提交, UTC.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>交叉复评 of it; null where there is none.</summary>
    public int? CheckId { get; init; }
    public int? CheckTotal { get; init; }
    public bool IsAgreed { get; init; }

    /// <summary>两组总分相差, hundredths; null until both have submitted.</summary>
    public int? Difference => ScoreSheet.DifferenceOf(TeamTotal, CheckTotal);

    /// <summary>It is told its score: the second check is done, and where it differs too much both teams have agreed.</summary>
    public bool IsChecked => CheckId is null || (Difference is { } difference && (difference <= ScoreSheet.Tolerance || IsAgreed));

    /// <summary>进度: the sheet's own stage, and after the feedback what still keeps it from being final.</summary>
    public string Progress(DateOnly today) => Stage is not SheetStage.Feedback ? Stage.Text()
        : OpenObjections > 0 ? $"申诉{OpenObjections}件待复核" : today <= ObjectionUntil ? $"已反馈，申诉至{ObjectionUntil:M月d日}" : "申诉期满";

    public OrgNode Node { get; private init; } = null!;

    /// <summary>In official order; one command.</summary>
    public static async Task<IReadOnlyList<RoundObject>> OfAsync(PartyWorkDb db, OrgTree tree, int round)
    {
        var rows = await db.AllSheets().Where(s => s.RoundId == round && s.CheckedId == null).Select(s => new RoundObject(s.Id, s.OrganizationId, s.Rubric.Kind, s.TeamId, s.Stage, s.Note, s.Lines.Count(l => l.ScoredAt != null), s.Lines.Count)
        {
            ComputedTotal = s.ComputedTotal,
            SelfTotal = s.SelfTotal,
            TeamTotal = s.TeamTotal,
            FinalTotal = s.FinalTotal,
            LetterNo = s.LetterNo,
            FeedbackOn = s.FeedbackOn,
            ObjectionUntil = s.ObjectionUntil,
            SubmittedAt = s.SubmittedAt,
            CheckId = s.SecondCheck == null ? null : s.SecondCheck.Id,
            CheckTotal = s.SecondCheck == null ? null : s.SecondCheck.TeamTotal,
            IsAgreed = s.Agreed != "",
            OpenObjections = s.Objections.Count(o => o.DecidedAt == null),
        }).ToListAsync();
        return InOrder(tree, rows);
    }

    /// <summary>Of sheets that have been read themselves, with their rubrics but without lines.</summary>
    public static IReadOnlyList<RoundObject> Of(OrgTree tree, IEnumerable<ScoreSheet> sheets) => InOrder(tree, sheets.Select(s => new RoundObject(s.Id, s.OrganizationId, s.Rubric.Kind, s.TeamId, s.Stage, s.Note, 0, 0)));

    private static IReadOnlyList<RoundObject> InOrder(OrgTree tree, IEnumerable<RoundObject> rows)
    {
        var place = tree.InOrder.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        return [.. rows.Select(r => r with { Node = tree[r.OrganizationId] }).OrderBy(r => place[r.OrganizationId])];
    }
}

/// <summary>One team's progress, and how its scores lie. They are shown as they are: nothing is adjusted by them.</summary>
/// <param name="Team">Null for objects that no team has drawn yet.</param>
public sealed record TeamProgress(AssessmentTeam? Team, IReadOnlyList<RoundObject> Objects)
{
    public int Scored => Objects.Sum(o => o.Scored);
    public int Lines => Objects.Sum(o => o.Lines);

    /// <summary>Submitted totals, hundredths, lowest first.</summary>
    public IReadOnlyList<int> Totals { get; } = [.. Objects.Select(o => o.TeamTotal).OfType<int>().Order()];

    /// <summary>Hundredths, rounded once; null where nothing has been submitted.</summary>
    public int? Mean => Totals.Count == 0 ? null : (int)Math.Round(Totals.Average(t => (decimal)t), MidpointRounding.AwayFromZero);

    /// <summary>标准差 of the submitted totals, hundredths; null of fewer than two.</summary>
    public int? Deviation
    {
        get
        {
            if (Totals.Count < 2)
            {
                return null;
            }

            var mean = Totals.Average();
            return (int)Math.Round(Math.Sqrt(Totals.Average(t => (t - mean) * (t - mean))), MidpointRounding.AwayFromZero);
        }
    }

    public static IReadOnlyList<TeamProgress> Of(Round round, IEnumerable<RoundObject> objects)
    {
        var byTeam = objects.ToLookup(o => o.TeamId);
        return [.. round.Teams.OrderBy(t => t.No).Select(t => new TeamProgress(t, [.. byTeam[t.Id]])), .. byTeam[null].Any() ? [new TeamProgress(null, [.. byTeam[null]])] : Array.Empty<TeamProgress>()];
    }
}

/// <summary>The self-score that an object owes.</summary>
/// <param name="On">UTC; null while it has not been filed.</param>
public sealed record SelfFiling(int Id, DateTime? On);
