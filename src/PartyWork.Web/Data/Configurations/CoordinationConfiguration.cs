using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Coordination;
using PartyWork.Domain.Filings;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data.Configurations;

internal sealed class CoordinationItemConfiguration : IEntityTypeConfiguration<CoordinationItem>
{
    public void Configure(EntityTypeBuilder<CoordinationItem> item)
    {
        item.Property(i => i.Label).HasMaxLength(FilingRow.LabelMaxLength);
        item.Property(i => i.Answer).HasMaxLength(CoordinationItem.AnswerMaxLength);
        item.HasOne<Filing>().WithMany().HasForeignKey(i => i.FilingId);
        item.HasOne<WorkTask>().WithMany().HasForeignKey(i => i.WorkTaskId);
        item.HasOne<Organization>().WithMany().HasForeignKey(i => i.WantedDepartmentId);
        item.HasMany(i => i.Acts).WithOne().HasForeignKey(a => a.CoordinationItemId);
        item.HasIndex(i => new { i.Year, i.State, i.OrganizationId });
        item.HasIndex(i => new { i.DepartmentId, i.State, i.DueOn });
    }
}

internal sealed class CoordinationActConfiguration : IEntityTypeConfiguration<CoordinationAct>
{
    public void Configure(EntityTypeBuilder<CoordinationAct> act) => act.Property(a => a.Words).HasMaxLength(1000); // an answer with what was agreed
}
