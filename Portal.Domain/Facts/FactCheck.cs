using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Facts;

/// <summary>The kinds of facts an office verifies.</summary>
public enum FactKind
{
    /// <summary>What an agency requires of a release, and how long it takes.</summary>
    Agency,

    /// <summary>A deadline to appeal or to ask for something.</summary>
    AppealPeriod,

    /// <summary>A unit of an agency that answers Congress.</summary>
    Channel,

    /// <summary>What a topic says and asks.</summary>
    Topic,

    /// <summary>An organization we refer people to.</summary>
    Resource,
}

/// <summary>Somebody in the office compared a fact with its source. It holds for the wording that was compared, not for a later one.</summary>
public sealed class FactCheck
{
    /// <summary>The kind of fact.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>The code of the fact within its kind.</summary>
    public required string Code { get; init; }

    /// <summary>The SHA-256 of the wording that was compared.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The day it was compared, in the office's time zone.</summary>
    public required DateOnly CheckedOn { get; set; }

    /// <summary>Who compared it.</summary>
    public required Guid ById { get; set; }

    /// <summary>The hash of a wording.</summary>
    public static string HashOf(string wording) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording)));
}

internal sealed class FactCheckMapping : IEntityTypeConfiguration<FactCheck>
{
    public void Configure(EntityTypeBuilder<FactCheck> check)
    {
        check.ToTable("FactCheck").HasKey(c => new { c.Kind, c.Code });
        check.Property(c => c.Code).HasMaxLength(80);
        check.Property(c => c.Sha256).HasMaxLength(64);
    }
}
