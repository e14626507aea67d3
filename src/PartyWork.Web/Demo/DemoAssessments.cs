using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>整顿社区 of both years.</summary>
public sealed class DemoAssessments(DemoRegisters demo)
{
    public void Add(PartyWorkDb db)
    {
        db.AddRange(Cases().ToList());
    }

    private IEnumerable<LaggingCase> Cases()
    {
        var words = DemoContent.Read("lagging-progress").Select(r => r["words"]).ToList();
        foreach (var (i, row) in DemoContent.Read("lagging").Index())
        {
            var (of, on) = (demo[row["organization"]], demo.Day(row["on"])!.Value);
            var lagging = new LaggingCase
            {
                On = on,
                Batch = DemoRegisters.Number(row["batch"]),
                Reasons = DemoRegisters.Flags<LaggingReasons>(row["reasons"]),
                Problems = row["problems"],
                Method = $"“{row["method"]}”工作法",
                Residents = DemoRegisters.Number(row["residents"]),
                Leaders = DemoRegisters.Number(row["leaders"]),
                FirstSecretaries = DemoRegisters.Number(row["secretaries"]),
                WorkTeams = DemoRegisters.Number(row["teams"]),
                SupportUnits = DemoRegisters.Number(row["units"]),
                VotesBefore = DemoRegisters.Number(row["votes"]),
                SatisfiedBefore = DemoRegisters.Number(row["satisfied"]),
                PetitionsBefore = DemoRegisters.Number(row["petitions"]),
            };
            if (!demo.Enter(lagging, of, on.AddDays(3), by: demo.Tree.District))
            {
                continue;
            }

            var ends = demo.Day(row["ends"]) is { } end && end <= demo.Today ? end : (DateOnly?)null;
            for (var (month, n) = (new DateOnly(on.Year, on.Month, 28), 0); month <= (ends ?? demo.Today); (month, n) = (month.AddMonths(1), n + 1))
            {
                lagging.Progress.Add(new LaggingProgress
                {
                    Day = month,
                    Households = Math.Max(17, 146 - (n * 13) + (i * 11 % 29)),
                    Cards = Math.Max(0, 210 - (n * 37) + (i * 7 % 23)),
                    Opinions = 9 + ((i * 5 + n * 3) % 14),
                    FundsFen = n % 3 == 1 ? 100L * (38_600 + (i * 7_300) + (n * 4_150)) : 0,
                    PracticalThings = (i + n) % 4 is 0 or 2 ? 1 : 0,
                    Words = words[((i * 3) + n) % words.Count],
                });
            }

            if (ends is not null)
            {
                (lagging.EndedOn, lagging.VotesAfter, lagging.SatisfiedAfter, lagging.PetitionsAfter) = (ends, DemoRegisters.Number(row["votesAfter"]), DemoRegisters.Number(row["satisfiedAfter"]), DemoRegisters.Number(row["petitionsAfter"]));
            }

            demo.Enter(lagging, of, demo.Today, lagging.Progress, demo.Tree.District);
            yield return lagging;
        }
    }
}
