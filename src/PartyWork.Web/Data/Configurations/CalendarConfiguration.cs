using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Calendar;

namespace PartyWork.Web.Data.Configurations;

internal sealed class WorkYearConfiguration : IEntityTypeConfiguration<WorkYear>
{
    public void Configure(EntityTypeBuilder<WorkYear> year)
    {
        year.HasIndex(y => y.Year).IsUnique();
        year.ComplexProperty(y => y.Scheme, s => s.Property(x => x.ReplyWorkdays).HasDefaultValue(Scheme.DefaultReplyWorkdays)); // for years from before there was such a choice
        year.ComplexProperty(y => y.Scheme).Property(s => s.AgreementDueDay).HasDefaultValue(Scheme.DefaultAgreementDueDay); // years that were set up before it was asked
        year.ComplexProperty(y => y.Scheme).Property(s => s.LedgerDay).HasDefaultValue(Scheme.DefaultLedgerDay); // likewise
        year.ComplexProperty(y => y.Scheme).Property(s => s.PledgeDueDay).HasDefaultValue(Scheme.DefaultPledgeDueDay); // likewise
        year.ComplexProperty(y => y.Scheme).Property(s => s.DebriefDueDay).HasDefaultValue(Scheme.DefaultDebriefDueDay); // likewise
        year.Property(y => y.Changes).HasMaxLength(WorkYear.NotesMaxLength);
    }
}

internal sealed class WindowConfiguration : IEntityTypeConfiguration<Window>
{
    public void Configure(EntityTypeBuilder<Window> window) =>
        window.HasIndex(w => new { w.Year, w.Kind, w.Period, w.Level }).IsUnique();
}

internal sealed class CalendarDayConfiguration : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day) => day.HasIndex(d => d.Date).IsUnique();
}
