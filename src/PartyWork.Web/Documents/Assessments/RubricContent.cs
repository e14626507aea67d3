using Microsoft.EntityFrameworkCore;
using PartyWork.Domain;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;

namespace PartyWork.Web.Documents.Assessments;

/// <summary>The rubrics that the product brings along. They become drafts, which the district reads, changes and publishes.</summary>
public static class RubricContent
{
    private const string Prefix = "PartyWork.Web.Content.rubrics.", Extension = ".yaml";

    /// <summary>As drafts of the year, in the order of <see cref="RubricKind"/>.</summary>
    public static IReadOnlyList<Rubric> Read(int year, Func<RubricKind, int> numberOf)
    {
        var assembly = typeof(RubricContent).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Extension, StringComparison.Ordinal)).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                var read = RubricYaml.Read(reader.ReadToEnd(), year, numberOf);
                return read.Rubric ?? throw new BrokenRuleException($"{name}: {read.Findings[0].Message}");
            }).OrderBy(r => r.Kind),
        ];
    }

    /// <summary>Where there is no rubric yet.</summary>
    public static async Task LoadAsync(PartyWorkDb db, int year)
    {
        if (await db.Rubrics.AnyAsync())
        {
            return;
        }

        db.AddRange(Read(year, _ => 1));
        db.Lease.Why = "随系统带入的考核细则样本，请核对修改后启用。";
        await db.SaveChangesAsync();
        db.Lease.Why = "";
        db.ChangeTracker.Clear();
    }
}
