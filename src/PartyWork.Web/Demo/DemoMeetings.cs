using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>组织生活 of all organisations over both years: mostly held, some made up, a few missed; and the district's rule how often.</summary>
public sealed class DemoMeetings(DemoRegisters demo, IReadOnlyDictionary<int, int> members)
{
    private static readonly string[] Places = ["党员活动室", "社区会议室", "党群服务中心二楼", "支部活动室", "议事厅", "多功能室"];
    private readonly ILookup<MeetingKind, string> _topics = DemoContent.Read("meetings").ToLookup(r => Words.Parse<MeetingKind>(r["kind"])!.Value, r => r["topic"]);
    private int _next;

    public void Add(PartyWorkDb db)
    {
        db.AddRange(Rules());
        var keeping = demo.Tree.InOrder.Where(n => n.ClosedOn is null && n.Level >= OrganizationLevel.Primary).ToList();
        foreach (var (i, node) in keeping.Index())
        {
            for (var year = demo.Year - 1; year <= demo.Year; year++)
            {
                db.AddRange(Year(node, i, year));
            }
        }

        db.AddRange(demo.Tree.Children(demo.Tree.District!.Id).Where(n => n.ClosedOn is null).Select((n, i) => LeaderMeeting(n, i)).OfType<MeetingRecord>());
    }

    private IEnumerable<MeetingRule> Rules()
    {
        (MeetingKind, MeetingPeriod, int?, MeetingUnits)[] rules =
        [
            (MeetingKind.Assembly, MeetingPeriod.Quarter, null, MeetingUnits.Branches), (MeetingKind.Committee, MeetingPeriod.Month, null, MeetingUnits.WithCommittee), (MeetingKind.Group, MeetingPeriod.Month, 2, MeetingUnits.Groups),
            (MeetingKind.Lecture, MeetingPeriod.Quarter, null, MeetingUnits.Branches), (MeetingKind.ThemeDay, MeetingPeriod.Month, null, MeetingUnits.Branches), (MeetingKind.OrganizationalLife, MeetingPeriod.Year, null, MeetingUnits.Branches),
            (MeetingKind.Appraisal, MeetingPeriod.Year, null, MeetingUnits.Branches), (MeetingKind.LeaderMeeting, MeetingPeriod.Year, null, MeetingUnits.Leadership),
        ];
        foreach (var (kind, period, most, units) in rules)
        {
            var rule = new MeetingRule { On = new(demo.Year - 1, 1, 1), Kind = kind, Period = period, Least = 1, Most = most, Units = units, Basis = $"青组发〔{demo.Year - 2}〕21号" };
            demo.Enter(rule, demo.Tree.District!, rule.On.AddDays(5));
            yield return rule;
        }
    }

    /// <summary>Theme days, of which some were an assembly or a lecture as well; the committee's months where there is one; at the beginning of the year 组织生活会 with 民主评议.</summary>
    private IEnumerable<MeetingRecord> Year(OrgNode node, int i, int year)
    {
        var (all, short_) = (members[node.Id], node.Kind is OrganizationKind.Branch && members[node.Id] < MeetingFrequency.MembersForCommittee);
        for (var month = 1; month <= 12; month++)
        {
            var day = new DateOnly(year, month, 5 + (i % 14));
            MeetingKind? also = month is 2 or 5 or 8 or 11 ? MeetingKind.Assembly : month is 3 or 6 or 9 or 12 ? MeetingKind.Lecture : null;
            if (Meeting(node, i, MeetingKind.ThemeDay, also, day, all) is { } theme)
            {
                yield return theme;
            }

            if (!short_ && (!node.Code.StartsWith("QH02", StringComparison.Ordinal) || i % 2 == 0) && Meeting(node, i, MeetingKind.Committee, null, new(year, month, 2 + (i * 3 % 24)), 5 + (i % 3)) is { } committee)
            {
                yield return committee;
            }
        }

        var life = new DateOnly(year, 1, 14 + (i % 15));
        if (Meeting(node, i, MeetingKind.Talk, null, life.AddDays(-6), Math.Min(all, 9)) is { } talk)
        {
            yield return talk;
        }

        if (Meeting(node, i, MeetingKind.OrganizationalLife, MeetingKind.Appraisal, life, all) is { } yearly)
        {
            yearly.Resolution = $"查摆问题{3 + (i % 5)}条，列出整改事项{2 + (i % 4)}项";
            yield return yearly;
        }
    }

    /// <summary>Of a hundred about three are missed and two made up, half of those too late.</summary>
    private MeetingRecord? Meeting(OrgNode node, int i, MeetingKind kind, MeetingKind? also, DateOnly day, int due)
    {
        var n = ((i * 37) + (day.Month * 53) + (day.Year * 17) + ((int)kind * 29)) % 100;
        if (day > demo.Today || n < 3)
        {
            return null;
        }

        var away = Math.Min(due / 4, (n % 7) + (due / 12));
        var meeting = new MeetingRecord
        {
            On = day,
            Kind = kind,
            AlsoKind = also,
            Topic = Topic(also is MeetingKind.Lecture or MeetingKind.Assembly ? also.Value : kind),
            Due = due,
            Present = due - away,
            Chair = demo.Head(node).Name,
            Place = Places[(i + day.Month) % Places.Length],
        };
        if (n is 3 or 4)
        {
            var end = new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);
            (meeting.On, meeting.MakesUpFor, meeting.AlsoKind) = (end.AddDays(n == 3 ? 6 + (i % 8) : 18), day, null);
        }

        return demo.Enter(meeting, node, meeting.On.AddDays(n % 6)) ? meeting : null;
    }

    private MeetingRecord? LeaderMeeting(OrgNode node, int i)
    {
        var meeting = new MeetingRecord
        {
            On = i % 9 == 7 ? new(demo.Year, 1, 8) : new(demo.Year - 1, 12, 19 + (i % 10)),
            MakesUpFor = i % 9 == 7 ? new(demo.Year - 1, 12, 31) : null,
            Kind = MeetingKind.LeaderMeeting,
            Topic = $"{demo.Year - 1}年度民主生活会",
            Due = 7 + (i % 4),
            Present = 6 + (i % 4),
            Chair = demo.Head(node).Name,
            Place = "机关会议室",
        };
        return demo.Enter(meeting, node, meeting.On.AddDays(3)) ? meeting : null;
    }

    /// <summary>One after the other, so that neighbours do not meet about the same.</summary>
    private string Topic(MeetingKind kind)
    {
        var topics = _topics[kind].ToList();
        return topics[_next++ * 7 % topics.Count];
    }
}
