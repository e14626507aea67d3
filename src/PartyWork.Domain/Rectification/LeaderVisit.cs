namespace PartyWork.Domain.Rectification;

/// <summary>What is written of a leader's visit.</summary>
/// <param name="Leader">联系区领导.</param>
/// <param name="Outcome">协调结果.</param>
public sealed record LeaderVisitText(DateOnly On, string Leader, string Matter, string Outcome);

/// <summary>区领导到点: written down by the liaison or the department, never by the leader. A quarter without one is not yet arranged; it is never late.</summary>
public sealed class LeaderVisit : CaseRecord
{
    public LeaderVisit(RectificationCase of, LeaderVisitText text, Actor by, DateOnly today)
        : base(of, by, today) => Write(text, today);

    private LeaderVisit() { }

    public DateOnly On { get; private set; }
    public string Leader { get; private set; } = "";
    public string Matter { get; private set; } = "";
    public string Outcome { get; private set; } = "";

    public void Change(LeaderVisitText text, DateOnly today)
    {
        RequireChangeable();
        Write(text, today);
    }

    private void Write(LeaderVisitText text, DateOnly today)
    {
        RequireWithin(Case, text.On, today, "到点日期");
        Rule.RequireText(text.Leader, NameMaxLength, "区领导姓名");
        Rule.RequireText(text.Matter, TextMaxLength, "到点事项");
        Rule.Require(text.Outcome.Length <= TextMaxLength, $"协调结果不超过{TextMaxLength}字。");
        (On, Leader, Matter, Outcome) = (text.On, text.Leader, text.Matter, text.Outcome);
    }
}
