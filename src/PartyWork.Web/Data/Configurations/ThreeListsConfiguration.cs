using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyWork.Domain.Assessments;
using PartyWork.Domain.FiveInOne;
using PartyWork.Domain.ThreeLists;

namespace PartyWork.Web.Data.Configurations;

internal sealed class ProblemConfiguration : IEntityTypeConfiguration<Problem>
{
    public void Configure(EntityTypeBuilder<Problem> problem)
    {
        problem.HasIndex(p => new { p.OrganizationId, p.Year, p.No }).IsUnique();
        problem.HasIndex(p => new { p.Year, p.State, p.OrganizationId });
        problem.ComplexProperty(p => p.Deadline);
        problem.ComplexProperty(p => p.Leader);
        problem.ComplexProperty(p => p.Owner);
        problem.HasOne<SheetLine>().WithMany().HasForeignKey(p => p.SheetLineId);
        problem.HasOne<DebriefComment>().WithMany().HasForeignKey(p => p.DebriefCommentId);
        problem.HasMany(p => p.Tasks).WithMany(t => t.Problems).UsingEntity("ProblemTasks");
    }
}

internal sealed class WorkTaskConfiguration : IEntityTypeConfiguration<WorkTask>
{
    public void Configure(EntityTypeBuilder<WorkTask> task)
    {
        task.HasIndex(t => new { t.OrganizationId, t.Year, t.No }).IsUnique();

        // Lists and figures choose, count and order their keys in these alone, however many tasks there are.
        task.HasIndex(t => new { t.Year, t.State, t.OrganizationId, t.DueOn, t.ExtendedTo, t.ClaimedOn });
        task.HasIndex(t => new { t.Year, t.Light, t.OrganizationId, t.No, t.Category, t.State, t.DueOn, t.ExtendedTo });
        task.HasIndex(t => new { t.OrganizationId, t.Year, t.Category, t.No });
        task.ComplexProperty(t => t.Nodes);
        task.ComplexProperty(t => t.Lead);
        task.ComplexProperty(t => t.Demand);
        task.Property(t => t.MeasuredBy).HasMaxLength(WorkTask.MeasuredByMaxLength).IsUnicode(false).HasDefaultValue("");
        task.HasMany(t => t.Progress).WithOne().HasForeignKey(p => p.WorkTaskId);
        task.HasOne<WorkTask>().WithMany().HasForeignKey(t => t.ParentId);
        task.Property(t => t.Totals).HasMaxLength(600).HasConversion(t => JsonSerializer.Serialize(t, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<ShareTotals>(text, JsonSerializerOptions.Default)!);
    }
}

internal sealed class TaskProgressConfiguration : IEntityTypeConfiguration<TaskProgress>
{
    public void Configure(EntityTypeBuilder<TaskProgress> progress) => progress.HasIndex(p => new { p.WorkTaskId, p.Quarter }).IsUnique();
}

internal sealed class TaskChangeConfiguration : IEntityTypeConfiguration<TaskChange>
{
    public void Configure(EntityTypeBuilder<TaskChange> change)
    {
        change.HasOne(c => c.Task).WithMany(t => t.Changes).HasForeignKey(c => c.WorkTaskId);
        change.Property(c => c.OldNodes).HasMaxLength(TaskChange.NodesMaxLength);
        change.Property(c => c.NewNodes).HasMaxLength(TaskChange.NodesMaxLength);
        change.HasIndex(c => new { c.State, c.OrganizationId });
    }
}

internal sealed class DutyItemConfiguration : IEntityTypeConfiguration<DutyItem>
{
    public void Configure(EntityTypeBuilder<DutyItem> duty)
    {
        duty.HasIndex(d => new { d.OrganizationId, d.Year, d.No }).IsUnique();
        duty.ComplexProperty(d => d.Holder);
        duty.HasMany(d => d.Tasks).WithMany().UsingEntity("DutyTasks");
    }
}
