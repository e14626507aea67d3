using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;
using PartyWork.Web.Data;

namespace PartyWork.Web.Demo;

/// <summary>Honours, policies, classes with those who sat in them, and good deeds that their communities have confirmed.</summary>
public static class DemoPeople
{
    /// <summary>Every so many trainees one was called away and missed too much.</summary>
    private const int OftenAway = 17;

    public static async Task LoadAsync(DemoRecords records, PartyWorkDb db, OrgTree tree, DateOnly today)
    {
        records.Load(Registers.Registers.Honors, "honors");
        records.Load(Registers.Registers.PolicyDocuments, "policies");
        foreach (var deed in records.Load(Registers.Registers.GoodDeeds, "good-deeds").Cast<GoodDeed>().Where(d => d.Confirmation is RecordConfirmation.Waiting && d.DoneOn <= today.AddDays(-20)))
        {
            deed.Confirm(deed.People % 3 == 0 ? "情况属实，居民反映好。" : "", records.Who(deed.ConfirmerId!.Value, [PostKind.Secretary, PostKind.Officer]), deed.DoneOn!.Value.AddDays(5));
        }

        var holders = await db.PostHoldings.Where(h => h.To == null && h.Kind <= PostKind.Officer).OrderBy(h => h.Id).Select(h => new { h.OrganizationId, h.Kind, h.Person.Name, h.Title }).ToListAsync();
        foreach (var training in records.Load(Registers.Registers.TrainingClasses, "training").Cast<TrainingClass>())
        {
            var sent = holders.Where(h => tree.Find(h.OrganizationId) is { } node && Belongs(training.Audience, node, h.Kind)).Take(training.Planned);
            foreach (var (i, person) in sent.Index().DistinctBy(p => (p.Item.Name, p.Item.OrganizationId)))
            {
                training.Trainees.Add(new Trainee
                {
                    OrganizationId = training.OrganizationId, Name = person.Name, Unit = tree.Unmistakable(tree[person.OrganizationId]), Post = person.Title,
                    HoursPresent = i % OftenAway == 5 ? training.Hours / 2 : training.Hours - (i % 3 == 0 ? 4 : 0),
                });
            }
        }
    }

    private static bool Belongs(TrainingAudience audience, OrgNode node, PostKind kind) => audience switch
    {
        TrainingAudience.CommunityCadres => node is { Domain: OrganizationDomain.Community, Level: OrganizationLevel.Primary },
        TrainingAudience.TwoNewSecretaries => node.Domain is OrganizationDomain.TwoNew && kind is PostKind.Secretary,
        TrainingAudience.OrganCadres => node.Domain is OrganizationDomain.Organ && kind is (PostKind.Officer or PostKind.Deputy),
        _ => node.Domain is (OrganizationDomain.TwoNew or OrganizationDomain.School) && kind is PostKind.Secretary,
    };
}
