using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Surveys;

namespace PartyWork.Web.Data.Configurations;

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.HasIndex(s => new { s.OrganizationId, s.Year, s.Kind });
        survey.HasIndex(s => s.Year);
        survey.Property(s => s.Title).HasMaxLength(Survey.TitleMaxLength);
        survey.Property(s => s.QuestionsText).HasMaxLength(Survey.QuestionsMaxLength);
        survey.Property(s => s.TallyText).HasMaxLength(Survey.TallyMaxLength).IsUnicode(false);
        survey.Property(s => s.Sample).HasMaxLength(Survey.SampleMaxLength);
        survey.Property(s => s.SampleSeed).HasMaxLength(Survey.SeedMaxLength).IsUnicode(false);
        survey.HasMany(s => s.Counts).WithOne(c => c.Survey).HasForeignKey(c => c.SurveyId);
        survey.HasMany(s => s.Rates).WithOne(r => r.Survey).HasForeignKey(r => r.SurveyId);
        survey.Ignore(s => s.Questions).Ignore(s => s.Tally);
    }
}

internal sealed class PaperCountConfiguration : IEntityTypeConfiguration<PaperCount>
{
    public void Configure(EntityTypeBuilder<PaperCount> count)
    {
        count.HasIndex(c => new { c.SurveyId, c.No }).IsUnique();
        count.HasIndex(c => new { c.SurveyId, c.PersonId }).IsUnique();
        count.Property(c => c.CountsText).HasMaxLength(Survey.TallyMaxLength).IsUnicode(false);
        count.Ignore(c => c.Tally);
    }
}

internal sealed class SurveyRateConfiguration : IEntityTypeConfiguration<SurveyRate>
{
    public void Configure(EntityTypeBuilder<SurveyRate> rate)
    {
        rate.HasIndex(r => new { r.SurveyId, r.Measure }).IsUnique();
        rate.HasIndex(r => new { r.Measure, r.On });
    }
}

internal sealed class SurveyTokenConfiguration : IEntityTypeConfiguration<SurveyToken>
{
    public void Configure(EntityTypeBuilder<SurveyToken> token)
    {
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Seal).HasMaxLength(64).IsUnicode(false);
        token.HasIndex(t => t.Seal).IsUnique();
        token.HasIndex(t => new { t.SurveyId, t.IsUsed });
        token.Property(t => t.IsUsed).IsConcurrencyToken(); // of two who answer with one code at once, one is told that it is used
        token.HasOne(t => t.Survey).WithMany().HasForeignKey(t => t.SurveyId);
    }
}

/// <summary>Nothing of a ballot but the survey it belongs to stands anywhere else, and its key is random.</summary>
internal sealed class SurveyBallotConfiguration : IEntityTypeConfiguration<SurveyBallot>
{
    public void Configure(EntityTypeBuilder<SurveyBallot> ballot)
    {
        ballot.ToTable("SurveyBallots");
        ballot.Property(b => b.Id).ValueGeneratedNever();
        ballot.Property(b => b.Choices).HasMaxLength(SurveyBallot.ChoicesMaxLength).IsUnicode(false);
        ballot.HasOne<Survey>().WithMany().HasForeignKey(b => b.SurveyId);
        ballot.Ignore(b => b.Chosen);
    }
}

internal sealed class SurveyOpinionConfiguration : IEntityTypeConfiguration<SurveyOpinion>
{
    public void Configure(EntityTypeBuilder<SurveyOpinion> opinion)
    {
        opinion.ToTable("SurveyOpinions");
        opinion.Property(o => o.Id).ValueGeneratedNever();
        opinion.Property(o => o.Text).HasMaxLength(SurveyQuestion.WordsMaxLength);
        opinion.HasOne<Survey>().WithMany().HasForeignKey(o => o.SurveyId);
    }
}
