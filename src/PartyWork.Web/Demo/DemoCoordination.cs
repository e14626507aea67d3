using System.Globalization;
using PartyWork.Domain;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Evidence;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>What the year's reports ask of the levels above, and how far each matter has come by the day the demo stops on.</summary>
public sealed class DemoCoordination(OrgTree tree, DemoContent content, Workdays workdays, int year, DateOnly today, Func<OrgNode, PostKind, Actor?> who, Func<OrgNode, Actor?> reviewer)
{
    private readonly Dictionary<FilingRow, CoordinationContent> _asked = [];

    /// <summary>What the row asks: each authored request is made by the first organisation that has its task.</summary>
    public string Request(FilingRow row, string task, int quarter)
    {
        if (row.Request.Length == 0 && content.Coordination(task, quarter) is { } found && !_asked.ContainsValue(found))
        {
            _asked[row] = found;
            return found.Request;
        }

        return row.Request;
    }

    public void Play()
    {
        foreach (var (row, story) in _asked)
        {
            if (row.Coordination is { } item && reviewer(tree[item.OrganizationId]) is { } superior)
            {
                Play(item, story, superior);
            }
        }
    }

    private void Play(CoordinationItem item, CoordinationContent story, Actor superior)
    {
        var asker = who(tree[item.OrganizationId], PostKind.Officer) ?? who(tree[item.OrganizationId], PostKind.Secretary)!;
        var staff = who(tree.District!, PostKind.DistrictStaff)!;
        if (story.Committee.Length > 0)
        {
            item.Refer(superior, story.Committee, At(workdays.After(OfficeTime.DayOf(item.AskedAt), 2), 9));
        }

        if (story.To.Length == 0 || Day(story.Sent) is not { } sent || sent > today)
        {
            return;
        }

        switch (story.To)
        {
            case "self":
                item.Settle(superior, story.Answer, story.Agreed, Day(story.By), At(sent, 10));
                break;
            case "decline":
                item.Decline(superior, story.Answer, At(sent, 10));
                return;
            default:
                item.Send(staff, Department(story.To), workdays.After(sent, Scheme.DefaultReplyWorkdays), story.Words, workdays, At(sent, 10));
                Ask(item, story, staff);
                if (Day(story.Reply) is not { } reply || reply > today)
                {
                    return;
                }

                Attach(item, story, reply);
                item.Reply(Liaison(item.DepartmentId!.Value), story.Answer, story.Agreed, Day(story.By), At(reply, 15));
                break;
        }

        if (Day(story.Rate) is { } rate && rate <= today)
        {
            item.Rate(asker, story.IsSolved, story.Said, workdays, Scheme.DefaultReplyWorkdays, At(rate, 16));
        }
    }

    private void Ask(CoordinationItem item, CoordinationContent story, Actor staff)
    {
        if (story.Ask.Split('|') is not [var kind, var what, var why, var asked, var decided] || Day(asked) is not { } on || on > today)
        {
            return;
        }

        var liaison = Liaison(item.DepartmentId!.Value);
        if (kind == "延期")
        {
            item.AskExtension(liaison, Day(what)!.Value, why, At(on, 11));
        }
        else
        {
            var department = Department(what);
            item.AskPassOn(liaison, department, tree[department].ShortName, why, At(on, 11));
        }

        if (Day(decided) is { } decision && decision <= today)
        {
            item.Agree(staff, workdays, Scheme.DefaultReplyWorkdays, At(decision, 9));
        }
    }

    private void Attach(CoordinationItem item, CoordinationContent story, DateOnly on)
    {
        if (story.Paper.Split('|') is [var title, var no, var day])
        {
            var liaison = Liaison(item.DepartmentId!.Value);
            item.Attach(EvidenceItem.OfDocument(item.DepartmentId.Value, title, Day(day)!.Value, no.Replace("{year}", $"{year}", StringComparison.Ordinal), liaison, on), liaison, At(on, 14));
        }
    }

    private int Department(string code) => tree.InOrder.Single(n => n.Code == code).Id;

    private Actor Liaison(int department) => who(tree[department], PostKind.Liaison)!;

    private DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact($"{year}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime At(DateOnly day, int hour) => OfficeTime.Utc(day, new TimeOnly(hour, 8 + (day.Day % 50)));
}
