using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;

namespace PartyWork.Web.Data;

/// <summary>A rubric is read and removed with everything below it.</summary>
public static class RubricReading
{
    /// <summary>The whole rubric; tracked, for it may be changed.</summary>
    public static IQueryable<Rubric> WithAll(this IQueryable<Rubric> rubrics) =>
        rubrics.Include(r => r.Parameters).Include(r => r.Categories).ThenInclude(c => c.Items).ThenInclude(i => i.Criteria).AsSingleQuery();

    /// <summary>With everything below it, for nothing is deleted with something else.</summary>
    public static void RemoveWhole(this PartyWorkDb db, Rubric rubric)
    {
        db.RemoveRange(rubric.Criteria.ToList());
        db.RemoveRange(rubric.Categories.SelectMany(c => c.Items).ToList());
        db.RemoveRange(rubric.Categories.ToList());
        db.RemoveRange(rubric.Parameters.ToList());
        db.Remove(rubric);
    }
}
