using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Agreements;
using PartyWork.Domain.AnnualReports;
using PartyWork.Domain.Calendar;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>The year's key points, templates, posts and agreements: last year all evaluated, this year at every stage.</summary>
public sealed class DemoAgreements(PartyWorkDb db, OrgTree tree, DemoContent content, int year, DateOnly today, Func<OrgNode, PostKind, Actor?> who)
{
    private const string Chunhui = "QH01", Wenming = "QH01001", Early = "上级签订会议改期，本单位工作按年初计划先行启动";

    private readonly bool _closed = today.Year > year;
    private readonly Dictionary<int, Agreement> _agreements = [];
    private Dictionary<OrganizationDomain, List<ClauseContent>> _clauses = [];

    /// <summary>条款号 of an agreement in force; none before it is.</summary>
    public IReadOnlyList<int> InForce(int organizationId) =>
        _agreements.GetValueOrDefault(organizationId) is { Stage: >= AgreementStage.Effective } agreement ? [.. agreement.Clauses.Select(c => c.No)] : [];

    /// <summary>Each clause of the organisation's agreement with the categories of tasks that answer it, own items first.</summary>
    public IReadOnlyList<(int No, List<string> Covers)> Clauses(OrgNode node) => _agreements.GetValueOrDefault(node.Id) is not { } agreement ? []
        : [.. agreement.Clauses.OrderByDescending(c => c.No).Select(c => (c.No, c.IsOwn ? [c.Objective.Category] : _clauses[node.Domain][c.No - 1].Covers))];

    public async Task RunAsync(WorkYear workYear)
    {
        var points = Points();
        db.AddRange(points);
        foreach (var (post, _, _) in ResponsibilityPost.Five)
        {
            var set = new ResponsibilityPost(year, post);
            set.Write(set.Name, set.Character, content.PostDuties(post));
            db.Add(set);
        }

        await db.SaveChangesAsync();
        _clauses = Enum.GetValues<OrganizationDomain>().Where(d => content.Clauses(d).Count > 0).ToDictionary(d => d, d => content.Clauses(d).ToList());
        var templates = _clauses.ToDictionary(c => c.Key, c => Template(c.Key, c.Value, points));
        db.AddRange(templates.Values);
        await db.SaveChangesAsync();

        var due = new DateOnly(year, 3, workYear.Scheme.AgreementDueDay);
        foreach (var level in new[] { OrganizationLevel.Committee, OrganizationLevel.Primary })
        {
            foreach (var (i, node) in tree.InOrder.Where(n => n.Level == level && n.ClosedOn is null).Index())
            {
                var issued = level is OrganizationLevel.Committee ? new DateOnly(year, 2, 24) : new DateOnly(year, 2, 27);
                if (issued <= today && (_closed || level is OrganizationLevel.Committee || i % 97 != 60))
                {
                    var agreement = new Agreement(templates[node.Domain], node.Id, node.ParentId!.Value, due, issued);
                    _agreements[node.Id] = agreement;
                    Play(agreement, node, i);
                }
            }
        }

        Scan();
        db.AddRange(_agreements.Values);
        await db.SaveChangesAsync();
        Amend();
    }

    /// <summary>Some were planned in the report of the year before; the others were written as key points.</summary>
    private List<KeyPoint> Points()
    {
        var (points, planned) = (new List<KeyPoint>(), 0);
        foreach (var p in content.KeyPoints)
        {
            if (p.Block is { } block && who(tree.District!, PostKind.DistrictStaff) is { } staff)
            {
                var (item, point) = NextPlanItem.Accept(year - 1, ++planned, new PlanProposal("", block, PlanOrigin.New, ""), new PlanText(p.Goal.In(year), p.Measures, p.Lead, p.Figure), p.No, p.Domains, staff, new DateOnly(year - 1, 12, 22));
                db.Add(item);
                points.Add(point);
            }
            else
            {
                points.Add(new KeyPoint(year, p.No, p.Goal.In(year), p.Domains));
            }
        }

        return points;
    }

    /// <summary>A community whose secretary changed in December and whose agreement now wants an addendum.</summary>
    public async Task ChangeSecretaryAsync(IReadOnlyDictionary<(int, PostKind), PostHolding> holders)
    {
        var node = tree.InOrder.Where(n => n.Level is OrganizationLevel.Primary && n.ClosedOn is null).Skip(12).First();
        if (_closed || today < new DateOnly(year, 12, 8) || holders.GetValueOrDefault((node.Id, PostKind.Secretary)) is not { } former)
        {
            return;
        }

        former.End(new DateOnly(year, 12, 4));
        db.Add(new PostHolding(new Person("孟晓川", former.Person.Phone), await db.Organizations.SingleAsync(o => o.Id == node.Id), PostKind.Secretary, former.Title, new DateOnly(year, 12, 7)));
        await db.SaveChangesAsync();
    }

    /// <summary>What the committees signed at the district's meeting was scanned as one sheet.</summary>
    private void Scan()
    {
        var signed = _agreements.Values.Where(a => a.Place.Length > 0).ToList();
        if (_closed || signed.Count == 0 || who(tree.District!, PostKind.DistrictStaff) is not { } staff)
        {
            return;
        }

        var on = signed[0].EffectiveOn!.Value;
        var scan = DemoEvidence.KeepScan(db, tree.District!.Id, $"{on:yyyy年M月d日}责任书签订原件", on, staff);
        foreach (var agreement in signed)
        {
            agreement.Attach(scan, staff, OfficeTime.Utc(on, new TimeOnly(16, 40)));
        }
    }

    private AgreementTemplate Template(OrganizationDomain domain, List<ClauseContent> clauses, List<KeyPoint> points)
    {
        var template = new AgreementTemplate(year, domain);
        var level = domain is OrganizationDomain.Subdistrict or OrganizationDomain.Town or OrganizationDomain.System ? OrganizationLevel.Committee : OrganizationLevel.Primary;
        var (safeguards, rewards) = content.AgreementWords(level);
        template.Write(safeguards, rewards);
        foreach (var clause in clauses)
        {
            if (clause.Point is { } no)
            {
                template.Take([points.Single(p => p.No == no)]);
                template.Clauses[^1].Write(clause.Goal.In(year), clause.Lead, null);
            }
            else
            {
                template.Add(clause.Goal.In(year), clause.Lead, null);
            }
        }

        return template;
    }

    /// <summary>How far it has come by today. Where there is no secretary nobody signs.</summary>
    private void Play(Agreement agreement, OrgNode node, int i)
    {
        var committee = node.Level is OrganizationLevel.Committee;
        var upper = tree[agreement.UpperId];
        var isUpperEffective = committee || _agreements.GetValueOrDefault(upper.Id) is { Stage: >= AgreementStage.Effective };
        if (node.Code == Wenming)
        {
            agreement.AddItem(new Objective("服务群众", "协调3号院6个单元加装电梯，签订协议并完工移交", TaskMeasure.Count, 600, "单元", new DateOnly(year, 10, 31)), DutyPosts.Secretary);
        }
        else if (i % 9 == 4)
        {
            agreement.AddItem(content.Items[i % content.Items.Count].In(year), DutyPosts.Secretary);
        }

        var late = !_closed && (committee ? i == 5 : i % 23 == 3);
        var on = late ? new DateOnly(year, 4, 2 + (i % 9)) : committee ? new DateOnly(year, 3, 12) : new DateOnly(year, 3, 14 + (i * 5 % 15));
        if (who(node, PostKind.Secretary) is not { } lower || who(upper, committee ? PostKind.DistrictLeader : PostKind.Secretary) is not { } signer
            || on > today || (!_closed && !committee && i % 41 == 7))
        {
            return;
        }

        if (committee && i != 19 && !late)
        {
            agreement.RegisterSigning(lower, signer, on, "区委礼堂", who(upper, PostKind.DistrictStaff) ?? signer, true, "", today);
        }
        else
        {
            agreement.Prepare();
            if (!_closed && !committee && i % 37 == 5)
            {
                return;
            }

            agreement.SignLower(lower, on, isUpperEffective, isUpperEffective ? "" : Early);
            if (!_closed && (committee ? i == 19 : i % 31 == 9))
            {
                return;
            }

            agreement.SignUpper(signer, on, isUpperEffective, isUpperEffective ? "" : Early);
        }

        if (_closed)
        {
            agreement.Evaluate(DemoContent.Evaluation(i), new DateOnly(year, 12, 22 + (i % 9)), yearIsClosed: false);
        }
    }

    /// <summary>A clause that both parties of 春晖街道's agreement raised in June.</summary>
    private void Amend()
    {
        var on = new DateOnly(year, 6, 16);
        var node = tree.InOrder.Single(n => n.Code == Chunhui);
        if (_closed || on > today || _agreements.GetValueOrDefault(node.Id) is not { Stage: AgreementStage.Effective } agreement
            || who(node, PostKind.Secretary) is not { } lower || who(tree[agreement.UpperId], PostKind.DistrictLeader) is not { } upper)
        {
            return;
        }

        var clause = agreement.Clauses.Single(c => c.No == 6);
        var amendment = new ClauseAmendment(agreement, clause, clause.Objective with { Target = 2000 }, "辖区新引进两家研发企业，联系走访人数相应增加", lower, on);
        amendment.Confirm(Party.Lower, lower, on);
        amendment.Confirm(Party.Upper, upper, on.AddDays(2));
        db.Add(amendment);
    }
}
