using PartyWork.Domain;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>民主决策、大党委、共建承诺、两新单位、品牌 of both years, and 信访数据.</summary>
public sealed class DemoCommunity(DemoRegisters demo)
{
    private static readonly string[] Assemblies =
        ["到会党员逐条讨论，赞成提交居民代表会议", "讨论方案并补充两条意见，同意提交表决", "老党员提出工期建议，已写入方案", "党员分组讨论后一致同意", "结合网格走访情况讨论，同意推进", "对资金来源作了说明，无不同意见"];
    private static readonly string[] Places = ["社区公开栏和各楼栋门厅", "居务公开栏、居民微信群", "公开栏及小区东西门电子屏", "社区公开栏、政务公开平台", "楼道公示夹和公开栏", "公开栏、楼栋长逐户告知"];
    private static readonly string[] Resolutions = ["居民代表会议举手表决", "居民代表会议无记名投票", "召开居民代表会议，逐项表决", "居民代表会议听取说明后表决", "居民代表会议书面表决，现场计票"];

    public void Add(PartyWorkDb db)
    {
        db.AddRange(Decisions().ToList());
        db.AddRange(Unions().ToList());
        db.Add(Procedure());
        db.AddRange(Commitments().ToList());
        db.AddRange(TwoNewUnits().ToList());
        db.AddRange(Brands().ToList());
        db.AddRange(Petitions().ToList());
    }

    /// <summary>信访数据 of the communities that are or were put right: the year before the listing comes to its baseline, the twelve months before the application to what the acceptance was told.</summary>
    private IEnumerable<PetitionCount> Petitions()
    {
        var begun = new DateOnly(demo.Year - 1, 1, 8);
        foreach (var row in DemoContent.Read("petitions"))
        {
            foreach (var (i, cases) in row["cases"].Split('|').Index())
            {
                var on = new DateOnly(demo.Year + DemoRegisters.Number(row["year"]), i + 1, 1).AddMonths(1).AddDays(-1);
                var count = new PetitionCount { On = on, Cases = DemoRegisters.Number(cases), MassEvents = row["mass"] == $"{i + 1}" ? 1 : 0, Source = "区信访局" };
                if (demo.Enter(count, demo[row["code"]], on.AddDays(5) > begun ? on.AddDays(5) : begun, by: demo.Tree.District!))
                {
                    yield return count;
                }
            }
        }
    }

    private DecisionRule Procedure()
    {
        var (usual, of) = (DecisionLimits.Usual, demo.Year - 1);
        var rule = new DecisionRule { On = new(of, 1, 1), ConsultDays = usual.ConsultDays, PublicationDays = usual.PublicationDays, Quorum = usual.Quorum, Majority = usual.Majority, Base = usual.Base, Basis = $"青组发〔{of - 1}〕17号" };
        demo.Enter(rule, demo.Tree.District!, rule.On.AddDays(5));
        return rule;
    }

    private IEnumerable<DecisionMatter> Decisions()
    {
        foreach (var (i, row) in DemoContent.Read("decisions").Index())
        {
            var of = demo[row["organization"]];
            var matter = new DecisionMatter
            {
                On = demo.Day(row["on"], row["year"])!.Value,
                Name = row["name"],
                Category = Words.Parse<DecisionCategory>(row["category"])!.Value,
                RaisedBy = row["raised"],
                Households = DemoRegisters.Number(row["households"]),
                EstimateFen = DemoRegisters.Fen(row["estimate"]),
                Funding = row["funding"].Length == 0 ? null : DemoRegisters.Flags<FundingSources>(row["funding"]),
                IsEmergency = row["reached"].EndsWith('e'),
            };
            if (!demo.Enter(matter, of, matter.On.AddDays(1 + (i % 3))))
            {
                continue;
            }

            var steps = Steps(row, matter, i).TakeWhile(s => s.From <= demo.Today).Take(row["reached"][0] - '0').ToList();
            matter.Steps.AddRange(steps);
            var reached = steps.Count == 0 ? 0 : steps.Max(s => s.Step);
            matter.SuperiorOpinion = reached >= DecisionStep.Deliberate ? row["opinion"] : "";
            matter.ApprovedFen = reached >= DecisionStep.Resolve ? DemoRegisters.Fen(row["approved"]) : null;
            (matter.FinalFen, matter.SupervisionOpinion) = reached is DecisionStep.PublishResult ? (DemoRegisters.Fen(row["final"]), row["supervision"]) : (null, "");
            demo.Enter(matter, of, demo.Earlier(steps.Count == 0 ? matter.On : steps.Max(s => s.To is { } to && to <= demo.Today ? to : s.From)), steps);
            yield return matter;
        }
    }

    /// <summary>All eight steps with their days; who takes fewer of them has not come further.</summary>
    private static List<DecisionStepRecord> Steps(Dictionary<string, string> row, DecisionMatter matter, int i)
    {
        var (committee, members, residents) = (9 + (i % 5), 34 + (i * 17 % 61), 28 + (i * 11 % 37));
        var sent = matter.Households - (matter.Households / 7) - (i % 9);
        var back = sent - (sent / 9) - (i * 3 % 14);
        var open = row["reached"].StartsWith('7');
        var consult = new DecisionStepRecord { Step = DecisionStep.Consult, From = matter.On.AddDays(2 + (i % 3)), To = matter.On.AddDays(6 + (i % 6)), Words = $"入户和线上征求意见，发出{sent}份、收回{back}份，赞成{back - 3 - (i * 7 % 29)}份；{row["consult"]}" };
        var propose = new DecisionStepRecord { Step = DecisionStep.Propose, From = consult.To!.Value.AddDays(2 + (i % 4)), Due = committee, Present = committee - (i % 3), InFavour = committee - (i % 3), Words = row["plan"] };
        var assembly = new DecisionStepRecord { Step = DecisionStep.Assembly, From = propose.From.AddDays(3 + (i % 4)), Due = members, Present = members - (members / 5) - (i % 4), InFavour = members - (members / 5) - (i % 6), Words = Assemblies[i % Assemblies.Length] };
        assembly.InFavour = Math.Min(assembly.InFavour!.Value, assembly.Present!.Value);
        var deliberate = new DecisionStepRecord { Step = DecisionStep.Deliberate, From = assembly.From.AddDays(3 + (i % 5)), Words = row["deliberate"] };
        var resolve = new DecisionStepRecord { Step = DecisionStep.Resolve, From = deliberate.From.AddDays(5 + (i % 5)), Due = residents, Present = residents - 2 - (i % 7), Words = Resolutions[i % Resolutions.Length] };
        resolve.InFavour = row["reached"].EndsWith('x') ? resolve.Present * 2 / 5 : resolve.Present - (i % 5);
        var publish = new DecisionStepRecord { Step = DecisionStep.PublishResolution, From = resolve.From.AddDays(1), To = resolve.From.AddDays(7 + (i % 3)), Words = Places[i % Places.Length] };
        var begin = matter.IsEmergency ? deliberate.From.AddDays(2) : publish.To!.Value.AddDays(3 + (i % 5));
        var works = new DecisionStepRecord { Step = DecisionStep.Implement, From = begin, To = open ? null : begin.AddDays(16 + (i * 13 % 31)), Words = row["done"] };
        var result = (works.To ?? begin).AddDays(3 + (i % 4));
        var after = publish.To!.Value.AddDays(1);
        result = result > after ? result : after;
        return [.. new[] { consult, propose, assembly, deliberate, resolve, publish, works, new DecisionStepRecord { Step = DecisionStep.PublishResult, From = result, To = result.AddDays(6 + (i % 4)), Words = Places[(i + 2) % Places.Length] } }.OrderBy(s => s.From)];
    }

    private IEnumerable<PartyUnion> Unions()
    {
        var units = DemoContent.Read("unions").ToLookup(r => r["street"]);
        var streets = units.Select(g => demo[g.Key]).ToList();
        var i = 0;
        foreach (var street in streets)
        {
            yield return Union(street, UnionLevel.Subdistrict, [.. units[street.Code]], i++);
            foreach (var community in demo.Tree.Children(street.Id).Where(c => c is { Domain: OrganizationDomain.Community, ClosedOn: null }))
            {
                var (from, all) = (i, units[street.Code].ToList());
                if (++i % 11 != 4) // some communities have not set one up yet
                {
                    yield return Union(community, UnionLevel.Community, [.. Enumerable.Range(0, 2 + (i % 2)).Select(n => all[(from + (n * 2)) % all.Count]).DistinctBy(r => r["unit"])], i);
                }
            }
        }
    }

    private PartyUnion Union(OrgNode of, UnionLevel level, IReadOnlyList<Dictionary<string, string>> members, int i)
    {
        var on = demo.Day($"-{(level is UnionLevel.Subdistrict ? 4 : 3 - (i % 2))}.{3 + (i % 8):00}-{4 + (i * 5 % 23):00}")!.Value;
        var union = new PartyUnion
        {
            On = on,
            Name = of.ShortName + (level is UnionLevel.Subdistrict ? "大党工委" : "大党委"),
            Level = level,
            Secretary = demo.Head(of).Name,
            FullTimeMembers = 1 + (i % 2),
            ApprovalNo = level is UnionLevel.Subdistrict ? $"青组批〔{on.Year}〕{2 + i}号" : $"{demo.Tree.Parent(of.Id)!.ShortName[..2]}党批〔{on.Year}〕{5 + (i % 30)}号",
            TermEndsOn = on.AddYears(5),
            HasRules = i % 6 != 3,
        };
        foreach (var (n, row) in members.Index())
        {
            var appointed = level is UnionLevel.Subdistrict || n == 0;
            union.Members.Add(new UnionMember { Unit = row["unit"], Nature = Words.Parse<UnitNature>(row["nature"])!.Value, From = on.AddDays(n * 9), PartTimeMember = appointed ? row["head"] : "", Post = appointed ? row["post"] : "", AppointedOn = appointed && (i + n) % 7 != 5 ? on.AddDays(12 + n) : null });
        }

        demo.Enter(union, of, demo.Day($"-1.01-{8 + (i % 20):00}")!.Value, union.Members);
        return union;
    }

    private IEnumerable<Commitment> Commitments()
    {
        foreach (var (i, row) in DemoContent.Read("commitments").Index())
        {
            var (of, community) = (demo[row["owner"]], demo[row["community"]]);
            var commitment = new Commitment
            {
                On = demo.Day(row["on"], row["year"])!.Value,
                ConfirmerId = community.Id,
                Unit = row["unit"],
                Item = row["item"],
                Tags = DemoRegisters.Flags<CoBuildingTags>(row["tags"]),
                Target = row["target"],
                DueOn = demo.Day(row["due"], row["year"])!.Value,
                Responsible = row["responsible"],
                Resources = DemoRegisters.Flags<CommitmentResources>(row["resources"]),
                Beneficiaries = DemoRegisters.Maybe(row["people"]),
            };
            if (!demo.Enter(commitment, of, commitment.On.AddDays(i % 6)))
            {
                continue;
            }

            if (row["done"] == "c")
            {
                (commitment.CancelledOn, commitment.CancelReason) = (commitment.DueOn, row["result"]);
                demo.Enter(commitment, of, commitment.DueOn);
            }
            else if (demo.Day(row["done"], row["year"]) is { } done && done <= demo.Today)
            {
                (commitment.DoneOn, commitment.Result) = (done, row["result"]);
                demo.Enter(commitment, of, done.AddDays(2));
                Answer(commitment, row["answer"], demo.Clerk(community), done.AddDays(3 + (i % 9)), i);
            }

            yield return commitment;
        }
    }

    private void Answer(Commitment commitment, string answer, Actor community, DateOnly on, int i)
    {
        string[] thanks = ["已现场查看，属实", "居民反映好，感谢支持", "与登记一致", "", "楼栋长逐户核实过", "效果明显，盼明年继续"];
        if (answer == "y" && on <= demo.Today)
        {
            commitment.Confirm(thanks[i % thanks.Length], community, on);
        }
        else if (answer == "n" && on <= demo.Today)
        {
            commitment.Refuse("实际完成数量少于承诺，请补办后再报", community, on);
        }
    }

    /// <summary>The units that were there when the register was begun, early last year, and those that came since; kept up to the demo's day.</summary>
    private IEnumerable<TwoNewUnit> TwoNewUnits()
    {
        foreach (var (i, row) in DemoContent.Read("two-new-units").Index())
        {
            var of = demo[row["organization"]];
            var kind = Words.Parse<TwoNewKind>(row["kind"])!.Value;
            var unit = new TwoNewUnit
            {
                On = demo.Day(row["on"])!.Value,
                Name = row["name"],
                CreditCode = kind is TwoNewKind.Cluster ? "" : TwoNewUnit.WithCheck($"{(kind is TwoNewKind.SocialOrganisation ? "52" : "91")}5301{10 + (i % 3)}MA{6 + (i % 3)}K{1000 + (i * 37):0000}{(char)('A' + (i % 8))}"),
                Kind = kind,
                Industry = row["industry"],
                Place = row["place"],
                Department = row["department"],
                Employees = DemoRegisters.Number(row["employees"]),
                IsAboveScale = row["above"] == "是",
                Members = DemoRegisters.Number(row["members"]),
                MembersElsewhere = DemoRegisters.Maybe(row["elsewhere"]),
            };
            var begun = new DateOnly(demo.Year - 1, 1, 5 + (i % 20));
            if (!demo.Enter(unit, of, unit.On < begun ? begun : unit.On.AddDays(3)))
            {
                continue;
            }

            (unit.State, unit.StoppedOn) = (Words.Parse<OperatingState>(row["state"])!.Value, demo.Day(row["stopped"]));
            (unit.ShouldBuildFrom, unit.NotBuiltReason) = (demo.Day(row["should"]), row["reason"]);
            unit.VerifiedOn = demo.Day($"0.{3 + (i % 8):00}-{2 + (i * 3 % 26):00}");
            foreach (var line in row["coverage"].Split('|').Where(c => c.Length > 0).Select(c => c.Split(';')))
            {
                var from = demo.Day(line[2])!.Value;
                unit.Coverage.Add(new UnitCoverage { Mode = Words.Parse<CoverageMode>(line[0])!.Value, By = line[1], From = from, To = demo.Day(line.ElementAtOrDefault(3) ?? ""), ApprovalNo = (line.ElementAtOrDefault(4) ?? "").Replace("{year}", $"{from.Year}", StringComparison.Ordinal) });
            }

            Undo(unit);
            demo.Enter(unit, of, demo.Today, unit.Coverage);
            yield return unit;
        }
    }

    /// <summary>What lies after the demo's day has not happened yet.</summary>
    private void Undo(TwoNewUnit unit)
    {
        unit.Coverage.RemoveAll(c => c.From > demo.Today);
        unit.Coverage.Where(c => c.To > demo.Today).ToList().ForEach(c => c.To = null);
        (unit.State, unit.StoppedOn) = unit.StoppedOn > demo.Today ? (OperatingState.Normal, null) : (unit.State, unit.StoppedOn);
        unit.VerifiedOn = unit.VerifiedOn > demo.Today ? null : unit.VerifiedOn;
        if (unit.ShouldBuildFrom > demo.Today)
        {
            (unit.ShouldBuildFrom, unit.NotBuiltReason) = (null, "");
        }
        else if (unit.ShouldBuildFrom is not null && unit.NotBuiltReason.Length == 0 && !unit.Coverage.Exists(c => c.Mode <= CoverageMode.Attached))
        {
            unit.NotBuiltReason = "正在筹建";
        }
    }

    private IEnumerable<PartyBrand> Brands()
    {
        foreach (var row in DemoContent.Read("brands"))
        {
            var of = demo[row["organization"]];
            var on = demo.Day(row["on"], row["year"])!.Value;
            var brand = new PartyBrand
            {
                On = on,
                Name = row["name"],
                Kind = Words.Parse<BrandKind>(row["kind"])!.Value,
                Meaning = row["meaning"],
                Carrier = row["carrier"],
                Person = row["person"],
                PersonStatus = row["status"],
                ConsentedOn = row["person"].Length > 0 ? on : null,
                Hours = row["hours"],
                Team = DemoRegisters.Maybe(row["team"]),
            };
            if (!demo.Enter(brand, of, on.AddDays(4)))
            {
                continue;
            }

            if (demo.Day(row["recognized"], row["year"]) is { } recognized && recognized <= demo.Today)
            {
                (brand.RecognizedOn, brand.RecognizedBy, brand.Effect) = (recognized, row["by"], row["effect"]);
            }

            foreach (var line in row["services"].Split('|').Where(s => s.Length > 0).Select(s => s.Split(':')).Where(s => demo.Day(s[0], row["year"]) <= demo.Today))
            {
                brand.Services.Add(new BrandService { Day = demo.Day(line[0], row["year"])!.Value, Item = line[1], People = DemoRegisters.Number(line[2]), Result = line[3] });
            }

            demo.Enter(brand, of, demo.Today, brand.Services);
            yield return brand;
        }
    }
}
