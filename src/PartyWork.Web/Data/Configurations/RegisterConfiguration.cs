using Microsoft.EntityFrameworkCore;
using PartyWork.Domain.Organizations;
using PartyWork.Domain.Registers;

namespace PartyWork.Web.Data.Configurations;

/// <summary>Each register is a table of its own, made of its class alone: a new register needs no line here.</summary>
internal static class RegisterConfiguration
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<AssignmentEnd>().HasNoKey().ToView(nameof(SpecialAssignment));
        builder.Entity<HouseholdRow>().HasNoKey().ToView(nameof(SpecialHousehold));
        foreach (var type in typeof(RegisterRecord).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(RegisterRecord))).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var record = builder.Entity(type);
            record.ToTable(type.Name);
            record.HasIndex(nameof(RegisterRecord.OrganizationId), nameof(RegisterRecord.On));
            record.HasIndex(nameof(RegisterRecord.On));
            foreach (var other in type.GetProperties().Where(p => p.PropertyType == typeof(int?) && (p.Name.EndsWith("OrganizationId", StringComparison.Ordinal) || p.Name == nameof(ConfirmedRecord.ConfirmerId))))
            {
                record.HasOne(typeof(Organization)).WithMany().HasForeignKey(other.Name);
            }

            foreach (var lines in type.GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.GenericTypeArguments[0].IsSubclassOf(typeof(RegisterDetail))))
            {
                var line = lines.PropertyType.GenericTypeArguments[0];
                builder.Entity(line).ToTable(line.Name);
                record.HasMany(line, lines.Name).WithOne().HasForeignKey(nameof(RegisterDetail.RecordId)).IsRequired();
            }
        }
    }
}
