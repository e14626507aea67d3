using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>主题活动、工程方案和星级申报 of both years.</summary>
public sealed class DemoCampaigns(DemoRegisters demo)
{
    public void Add(PartyWorkDb db)
    {
        db.AddRange(Activities().ToList());
        db.AddRange(Campaigns().ToList());
        db.AddRange(Stars().ToList());
    }

    private IEnumerable<CampaignActivity> Activities()
    {
        foreach (var (i, row) in DemoContent.Read("activities").Index())
        {
            var activity = new CampaignActivity
            {
                On = demo.Day(row["on"], row["year"])!.Value,
                Name = row["name"],
                Tags = DemoRegisters.Flags<CampaignTags>(row["tags"]),
                Part = row["part"],
                Modules = row["modules"].Length == 0 ? null : DemoRegisters.Flags<ActivityModules>(row["modules"]),
                JointUnits = row["joint"],
                Place = row["place"],
                MembersDue = DemoRegisters.Maybe(row["due"]),
                Members = DemoRegisters.Number(row["members"]),
                Masses = DemoRegisters.Maybe(row["masses"]),
                Content = row["content"],
            };
            if (demo.Enter(activity, demo[row["organization"]], activity.On.AddDays(1 + (i % 5))))
            {
                yield return activity;
            }
        }
    }

    private IEnumerable<Campaign> Campaigns()
    {
        foreach (var group in DemoContent.Read("campaigns").GroupBy(r => r["name"]))
        {
            foreach (var (year, done) in new[] { ("-1", "last"), ("0", "this") })
            {
                var first = group.First();
                var on = demo.Day(first["on"], year)!.Value;
                var campaign = new Campaign
                {
                    On = on,
                    EndedOn = demo.Day(first["ends"], year),
                    Name = $"{on.Year}年{first["name"]}",
                    Kind = Words.Parse<CampaignKind>(first["kind"])!.Value,
                    DocumentNo = first["doc"].Replace("{year}", $"{on.Year}", StringComparison.Ordinal),
                    Lead = first["lead"],
                    Goal = first["goal"],
                };
                campaign.Parts.AddRange(group.Select(row => new CampaignPart { Name = row["part"], Milestone = row["milestone"], Responsible = row["responsible"], DueOn = demo.Day(row["due"], year)!.Value }));
                var of = demo[first["organization"]];
                if (!demo.Enter(campaign, of, on.AddDays(4), campaign.Parts))
                {
                    continue;
                }

                foreach (var (part, row) in campaign.Parts.Zip(group))
                {
                    part.DoneOn = Happened(row[done], year);
                }

                demo.Enter(campaign, of, demo.Today);
                yield return campaign;
            }
        }
    }

    private IEnumerable<StarDeclaration> Stars()
    {
        foreach (var (i, row) in DemoContent.Read("stars").Index())
        {
            if (row["last"].Length > 0 && Star("-1", row["former"], row["last"], row["lastSelf"], row["lastConfirmed"], row, i) is { } last)
            {
                yield return last;
            }

            if (Star("0", row["lastConfirmed"], row["this"], row["thisSelf"], row["thisConfirmed"], row, i) is { } now)
            {
                yield return now;
            }
        }
    }

    private StarDeclaration? Star(string year, string former, string declared, string self, string confirmed, Dictionary<string, string> row, int i)
    {
        var star = new StarDeclaration
        {
            On = demo.Day($"09-{3 + (i * 5 % 22):00}", year)!.Value,
            Former = Words.Parse<StarLevel>(former),
            Declared = Words.Parse<StarLevel>(declared)!.Value,
            SelfScore = DemoRegisters.Number(self),
            LeapReason = "",
            Practice = row["practice"],
        };
        var of = demo[row["organization"]];
        if (!demo.Enter(star, of, star.On.AddDays(1)))
        {
            return null;
        }

        var on = demo.Day("11-27", year)!.Value;
        if (on <= demo.Today)
        {
            star.CommitteeScore = star.SelfScore - 1 - (i % 4);
            star.VerifiedOn = star.Declared >= StarLevel.Four ? on.AddDays(-30 + (i % 9)) : null;
            if (Words.Parse<StarLevel>(confirmed) is { } level)
            {
                (star.NoticeFrom, star.NoticeTo, star.Confirmed, star.ConfirmedOn, star.DocumentNo) = (on.AddDays(-8), on.AddDays(-2), level, on, $"青两新〔{on.Year}〕18号");
            }

            demo.Enter(star, of, on);
        }

        return star;
    }

    private DateOnly? Happened(string text, string year) => demo.Day(text, year) is { } day && day <= demo.Today ? day : null;
}
