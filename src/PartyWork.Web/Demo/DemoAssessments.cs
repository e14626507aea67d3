using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>整顿社区、考核批次和结果、细则条目 of both years.</summary>
public sealed class DemoAssessments(DemoRegisters demo)
{
    public void Add(PartyWorkDb db)
    {
        db.AddRange(Cases().ToList());
        db.AddRange(Rounds().ToList());
        db.AddRange(Results().ToList());
        db.AddRange(Rubrics().ToList());
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

    private IEnumerable<AssessmentRound> Rounds()
    {
        foreach (var (year, phase, from, to, no) in new[] { ("-1", AssessmentPhase.Mid, "07-08", "07-24", 14), ("-1", AssessmentPhase.End, "12-09", "12-26", 31), ("0", AssessmentPhase.Mid, "07-06", "07-23", 12), ("0", AssessmentPhase.End, "12-14", "12-30", 29) })
        {
            var on = demo.Day(from, year)!.Value;
            var round = new AssessmentRound { On = on, Phase = phase, Name = on.Year + (phase is AssessmentPhase.Mid ? "年基层党建年中检查" : "年基层党建年底考核"), DocumentNo = $"青组发〔{on.Year}〕{no}号", LastDay = demo.Day(to, year) };
            if (demo.Enter(round, demo.Tree.District!, on.AddDays(-12)))
            {
                yield return round;
            }
        }
    }

    private IEnumerable<AssessedUnit> Results()
    {
        foreach (var (i, committee) in demo.Tree.Children(demo.Tree.District!.Id).Where(n => n.ClosedOn is null).Index())
        {
            AssessmentGrade grade = i % 7 == 3 ? AssessmentGrade.Fair : i % 4 == 0 ? AssessmentGrade.Excellent : AssessmentGrade.Good;
            AssessedUnit[] results =
            [
                new() { On = demo.Day($"07-{9 + (i % 14):00}", "-1")!.Value, Phase = AssessmentPhase.Mid },
                new() { On = demo.Day($"12-{10 + (i % 16):00}", "-1")!.Value, Phase = AssessmentPhase.End, Grade = grade, DocumentNo = $"青发〔{demo.Year}〕2号" },
                new() { On = demo.Day($"07-{7 + (i % 15):00}")!.Value, Phase = AssessmentPhase.Mid },
            ];
            foreach (var result in results.Where(r => demo.Enter(r, committee, r.On.AddDays(2), by: demo.Tree.District)))
            {
                yield return result;
            }
        }
    }

    private IEnumerable<RubricCount> Rubrics()
    {
        foreach (var row in DemoContent.Read("rubrics"))
        {
            foreach (var (year, last) in new[] { ("-1", true), ("0", false) })
            {
                int Count(string of) => DemoRegisters.Number(row[last ? $"last{char.ToUpperInvariant(of[0])}{of[1..]}" : of]);
                var rubric = new RubricCount { On = demo.Day("03-18", year)!.Value, Name = row["name"], Categories = Count("categories"), Items = Count("items"), Criteria = Count("criteria") };
                if (demo.Enter(rubric, demo.Tree.District!, rubric.On.AddDays(2)))
                {
                    yield return rubric;
                }
            }
        }
    }
}
