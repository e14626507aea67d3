using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Documents.Assessments;
using PartyWork.Web.Figures;

namespace PartyWork.Web.Demo;

/// <summary>考核细则 of both years: the product's own, where last year's were a little milder in places and one is being revised.</summary>
public sealed class DemoRubrics(PartyWorkDb db, int year, DateOnly today, Actor staff)
{
    public async Task LoadAsync()
    {
        foreach (var sample in await db.Rubrics.WithAll().ToListAsync()) // what `migrate` brought
        {
            db.RemoveWhole(sample);
        }

        await db.SaveChangesAsync();
        foreach (var (of, isLast) in new[] { (year - 1, true), (year, false) })
        {
            var rubrics = RubricContent.Read(of, _ => 1);
            foreach (var rubric in rubrics)
            {
                Set(rubric);
                if (isLast)
                {
                    Soften(rubric);
                }

                if (new DateOnly(of, 3, 18) is var published && published <= today)
                {
                    rubric.Publish(ScoreMetrics.Known, staff, published);
                }
            }

            db.AddRange(rubrics);
            if (!isLast && rubrics.Single(r => r.Kind is RubricKind.Organ) is { IsFrozen: true } organs)
            {
                var draft = organs.Copy(of, 2);
                Reprice(draft, 0.4m);
                db.Add(draft);
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static void Set(Rubric rubric)
    {
        foreach (var parameter in rubric.Parameters.ToList())
        {
            rubric.SetParameter(parameter.Key, parameter.Key == "config.required_days" ? 15_000 : 20_000);
        }
    }

    /// <summary>A late report cost less, and evidence was asked for in other words.</summary>
    private static void Soften(Rubric rubric)
    {
        Reprice(rubric, 0.2m);
        foreach (var criterion in rubric.Criteria.Where(c => c.No == 1 && c.Evidence.Contains("记录（系统）", StringComparison.Ordinal)).ToList())
        {
            rubric.Change(criterion, criterion.Text() with { Evidence = criterion.Evidence.Replace("记录（系统）", "记录本", StringComparison.Ordinal) });
        }
    }

    /// <summary>A late report costs so much, in the sentence as in the parts.</summary>
    private static void Reprice(Rubric rubric, decimal points)
    {
        foreach (var criterion in rubric.Criteria.ToList())
        {
            var parts = criterion.Parts.Select(p => p is { Kind: PartKind.Count, Subject: "quarterly.late_count" } ? p with { Points = points } : p).ToList();
            if (ScoringPart.Write(parts) != criterion.Score)
            {
                rubric.Change(criterion, criterion.Text() with { Parts = parts, Sentence = criterion.Sentence.Replace("扣0.3分", $"扣{points}分", StringComparison.Ordinal) });
            }
        }
    }
}
