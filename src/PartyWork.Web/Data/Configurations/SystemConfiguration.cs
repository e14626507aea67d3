using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyWork.Web.Data.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.At).HasPrecision(3);
        entry.Property(e => e.Kind).HasMaxLength(50);
        entry.Property(e => e.Key).HasMaxLength(50);
        entry.Property(e => e.Act).HasMaxLength(50);
        entry.Property(e => e.Changes).HasMaxLength(-1);
        entry.Property(e => e.Why).HasMaxLength(500);
        entry.Property(e => e.Address).HasMaxLength(45).IsUnicode(false); // the longest form of IPv6
        entry.Property(e => e.Hash).HasMaxLength(64).IsUnicode(false);
        entry.HasIndex(e => new { e.Kind, e.Key });
        entry.HasIndex(e => new { e.OrganizationId, e.Sequence });
    }
}

internal sealed class AuditHeadConfiguration : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head) => head.HasData(new AuditHead { Id = 1, LastHash = AuditChain.Start });
}

internal sealed class TreeStampConfiguration : IEntityTypeConfiguration<TreeStamp>
{
    public void Configure(EntityTypeBuilder<TreeStamp> stamp) => stamp.HasData(new TreeStamp { Id = 1, Version = 1 });
}

internal sealed class CommitMarkConfiguration : IEntityTypeConfiguration<CommitMark>
{
    public void Configure(EntityTypeBuilder<CommitMark> mark)
    {
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.HasIndex(m => m.At);
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting)
    {
        setting.HasKey(s => s.Key);
        setting.Property(s => s.Key).HasMaxLength(50).IsUnicode(false);
    }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user)
    {
        user.ToTable("Users");
        user.HasOne(u => u.Person).WithMany().HasForeignKey(u => u.PersonId);
        user.HasIndex(u => u.PersonId).IsUnique(); // a user belongs to at most one person, a person has at most one account
        user.Property(u => u.CodeSeal).HasMaxLength(64).IsUnicode(false);
        user.Property(u => u.PasswordHistory).HasMaxLength(600).IsUnicode(false);
        user.Property(u => u.AuthenticatorKey).HasMaxLength(500).IsUnicode(false);
        user.Property(u => u.RecoveryCodes).HasMaxLength(700).IsUnicode(false);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> session)
    {
        session.HasOne(s => s.User).WithMany().HasForeignKey(s => s.UserId);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Stamp).HasMaxLength(32).IsUnicode(false);
        session.Property(s => s.Device).HasMaxLength(UserSession.DeviceMaxLength);
    }
}

// SQL Server takes at most 900 bytes into a primary key.
internal sealed class UserLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login)
    {
        login.Property(l => l.LoginProvider).HasMaxLength(128);
        login.Property(l => l.ProviderKey).HasMaxLength(128);
    }
}

internal sealed class UserTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token)
    {
        token.Property(t => t.LoginProvider).HasMaxLength(128);
        token.Property(t => t.Name).HasMaxLength(128);
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload) => upload.HasOne<User>().WithMany().HasForeignKey(u => u.UserId);
}

internal sealed class DataProtectionKeyConfiguration : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.Property(k => k.Xml).HasMaxLength(-1);
}
