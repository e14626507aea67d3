using Microsoft.AspNetCore.Mvc;
using PartyWork.Domain;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages;

/// <summary>The filters of a list of filings. Every figure of the dashboards opens such a list, which then holds exactly the counted rows.</summary>
public abstract class FilingListPage(CurrentUser user, BusinessClock clock) : WorkPage
{
    public const int PageSize = 20;

    protected CurrentUser Current => user;
    protected BusinessClock Clock => clock;

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public FilingStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public OrganizationLevel? Level { get; set; }

    /// <summary>党（工）委: it and everything below it.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Filed { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Late { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? Overdue { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool? OnTime { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Year { get; protected set; }
    public int Total { get; protected set; }
    public DateOnly Today => clock.Today;

    /// <summary>The filters that came with the address and have no field of their own: name, value, word.</summary>
    public IEnumerable<(string Name, string Value, string Word)> Chosen()
    {
        if (user.Tree.Find(Committee) is { } committee)
        {
            yield return (nameof(Committee), $"{committee.Id}", committee.Name);
        }

        if (Filed is { } filed)
        {
            yield return (nameof(Filed), filed ? "true" : "false", filed ? "已报送" : "未报送");
        }

        if (OnTime is { } onTime)
        {
            yield return (nameof(OnTime), onTime ? "true" : "false", onTime ? "按时报送" : "未按时报送");
        }

        if (Overdue is { } overdue)
        {
            yield return (nameof(Overdue), overdue ? "true" : "false", overdue ? "逾期未报" : "未逾期");
        }

        foreach (var (name, on, word) in More().Prepend((nameof(Waiting), Waiting, "待办理")).Prepend((nameof(Late), Late, "补报")))
        {
            if (on)
            {
                yield return (name, "true", word);
            }
        }
    }

    /// <summary>All that the list is filtered by, in words.</summary>
    protected string Shown(params string?[] more) => string.Join("、", Chosen().Select(c => c.Word).Concat([Level?.Text(), Status?.Text(), Words?.Trim(), .. more]).Where(w => !string.IsNullOrEmpty(w)));

    /// <summary>Switches that only one list has.</summary>
    protected virtual IEnumerable<(string Name, bool On, string Word)> More() => [];

    /// <summary>What every list of filings filters by, besides the year.</summary>
    protected IEnumerable<FilingView> Filter(IEnumerable<FilingView> filings)
    {
        var found = string.IsNullOrWhiteSpace(Words) ? null : user.Tree.Search(Words.Trim()).Select(n => n.Id).ToHashSet();
        return filings.Where(f => user.Tree.Find(f.OrganizationId) is { } node
            && (found?.Contains(node.Id) ?? true) && (Committee is not { } committee || user.Tree.WasWithin(committee, node.Id, f.CutOff(Today))) && (Level is null || node.Level == Level)
            && (Status is null || f.Status(Today) == Status) && (Filed is null || f.IsFiled == Filed)
            && (!Late || f.IsLate) && (Overdue is null || f.IsOverdue(Today) == Overdue) && (!Waiting || f.Waits)
            && (OnTime is null || (OnTime.Value ? f.IsFiled && !f.IsLate : f.IsMissed(Today))));
    }
}
