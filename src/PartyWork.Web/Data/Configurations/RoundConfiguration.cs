using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.Organizations;

namespace PartyWork.Web.Data.Configurations;

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> round)
    {
        round.HasIndex(r => new { r.Year, r.No }).IsUnique();
        round.ComplexProperty(r => r.Plan, plan =>
        {
            plan.Property(p => p.Name).HasMaxLength(Round.NameMaxLength);
            plan.Property(p => p.DocumentNo).HasMaxLength(Round.NumberMaxLength);
            plan.Property(p => p.PlanNo).HasMaxLength(Round.NumberMaxLength);
            plan.Property(p => p.LeastLoad).HasDefaultValue(RoundPlan.UsualLeastLoad); // of rounds from before there was a limit
            plan.Property(p => p.MostLoad).HasDefaultValue(RoundPlan.UsualMostLoad);
        });
        round.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizerId);
        round.Ignore(r => r.ListYear);
        round.Property(r => r.FirstWitness).HasMaxLength(Round.NameMaxLength);
        round.Property(r => r.SecondWitness).HasMaxLength(Round.NameMaxLength);
        round.HasMany(r => r.Sheets).WithOne(s => s.Round).HasForeignKey(s => s.RoundId);
        round.HasMany(r => r.Teams).WithOne().HasForeignKey(t => t.RoundId);
        round.HasMany(r => r.Recusals).WithOne().HasForeignKey(r => r.RoundId);
    }
}

internal sealed class AssessmentTeamConfiguration : IEntityTypeConfiguration<AssessmentTeam>
{
    public void Configure(EntityTypeBuilder<AssessmentTeam> team)
    {
        team.HasIndex(t => new { t.RoundId, t.No }).IsUnique();
        team.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId);
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.HasIndex(m => new { m.PersonId, m.TeamId }).IsUnique(); // by person first: at every request of an assessor it is asked what is theirs
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        member.Ignore(m => m.Named);
    }
}

internal sealed class RecusalConfiguration : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> recusal)
    {
        recusal.HasIndex(r => new { r.RoundId, r.PersonId, r.OrganizationId }).IsUnique();
        recusal.Property(r => r.Reason).HasMaxLength(Round.ReasonMaxLength);
        recusal.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        recusal.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId);
    }
}

internal sealed class ScoreSheetConfiguration : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.HasIndex(s => new { s.RoundId, s.OrganizationId }).IsUnique().HasFilter("CheckedId IS NULL");
        sheet.HasOne(s => s.Checked).WithOne(s => s.SecondCheck).HasForeignKey<ScoreSheet>(s => s.CheckedId);
        sheet.HasQueryFilter(PartyWorkDb.FirstCheckFilter, s => s.CheckedId == null);
        sheet.HasIndex(s => new { s.OrganizationId, s.Stage });
        sheet.Property(s => s.Opinion).HasMaxLength(ScoreSheet.OpinionMaxLength);
        sheet.Property(s => s.Agreed).HasMaxLength(ScoreSheet.OpinionMaxLength);
        sheet.Property(s => s.LetterNo).HasMaxLength(ScoreSheet.NumberMaxLength);
        sheet.Property(s => s.Hash).HasMaxLength(64).IsUnicode(false);
        sheet.HasMany(s => s.Lines).WithOne(l => l.Sheet).HasForeignKey(l => l.SheetId);
        sheet.HasMany(s => s.Scorers).WithOne(c => c.Sheet).HasForeignKey(c => c.SheetId);
        sheet.HasMany(s => s.Objections).WithOne(o => o.Sheet).HasForeignKey(o => o.SheetId);
        sheet.Ignore(s => s.Scored).Ignore(s => s.IsAsSubmitted).Ignore(s => s.IsSecondCheck).Ignore(s => s.Difference).Ignore(s => s.ToldTotal);
    }
}

internal sealed class SheetLineConfiguration : IEntityTypeConfiguration<SheetLine>
{
    public void Configure(EntityTypeBuilder<SheetLine> line)
    {
        line.HasIndex(l => new { l.SheetId, l.No }).IsUnique();
        line.Property(l => l.Code).HasMaxLength(Rubric.CodeMaxLength);
        line.Property(l => l.Inputs).HasMaxLength(RubricCriterion.ScoreMaxLength);
        line.Property(l => l.FactsText).HasMaxLength(RubricCriterion.ScoreMaxLength);
        line.Property(l => l.ComputedSentence).HasMaxLength(SheetLine.SentenceMaxLength);
        line.Property(l => l.Sentence).HasMaxLength(SheetLine.SentenceMaxLength);
        line.Ignore(l => l.Facts).Ignore(l => l.Standing).Ignore(l => l.Loss).Ignore(l => l.LossSentence).Ignore(l => l.LostFact).Ignore(l => l.IsScored);
    }
}

internal sealed class ClassScorerConfiguration : IEntityTypeConfiguration<ClassScorer>
{
    public void Configure(EntityTypeBuilder<ClassScorer> scorer)
    {
        scorer.HasIndex(s => new { s.SheetId, s.Category }).IsUnique();
        scorer.Property(s => s.Category).HasMaxLength(Rubric.CodeMaxLength);
    }
}

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.HasIndex(o => new { o.SheetId, o.Code }).IsUnique();
        objection.Property(o => o.Code).HasMaxLength(Rubric.CodeMaxLength);
        objection.Property(o => o.Reason).HasMaxLength(Objection.ReasonMaxLength);
        objection.Property(o => o.Opinion).HasMaxLength(Objection.ReasonMaxLength);
    }
}
