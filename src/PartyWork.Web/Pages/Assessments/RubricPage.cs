using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Assessments;
using PartyWork.Web.Data;
using PartyWork.Web.Security;

namespace PartyWork.Web.Pages.Assessments;

/// <summary>What the pages of one rubric share: finding it, and whether the reader may see a draft.</summary>
public abstract class RubricPage(PartyWorkDb db, CurrentUser user) : WorkPage
{
    public Rubric Rubric { get; private set; } = null!;
    public bool MayWrite => user.May(Act.WriteRubrics);
    public bool MayChange => MayWrite && !Rubric.IsFrozen;
    protected PartyWorkDb Db => db;
    protected CurrentUser Current => user;

    public string Back => $"/rubrics/{Rubric.Id}";

    public (string, string)[] Crumbs => [("考核细则", $"/rubrics?year={Rubric.Year}"), (Rubric.Title, Back)];

    /// <summary>A draft is there only for those who write it.</summary>
    protected async Task<bool> FindAsync(int id)
    {
        Rubric = (await db.Rubrics.WithAll().SingleOrDefaultAsync(r => r.Id == id))!;
        return Rubric is not null && (Rubric.IsFrozen || MayWrite);
    }

    /// <summary>What a form is shown again with: the version that was posted, or after somebody else's change the one of now. The form's own field must be called Version.</summary>
    protected int NowOr(int posted, object? entity)
    {
        if (!IsOutdated || entity is null)
        {
            return posted;
        }

        ModelState.Remove("Version");
        return db.VersionOf(entity);
    }
}
