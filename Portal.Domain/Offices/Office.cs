using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Offices;

/// <summary>The one congressional office this installation serves. The database allows only one row.</summary>
public sealed class Office : IVersioned
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; private set; } = OnlyId;

    /// <summary>House or Senate.</summary>
    public Chamber Chamber { get; set; }

    /// <summary>The Member's name without a title.</summary>
    public string MemberFullName { get; set; } = "";

    /// <summary>The Member's gender, for titles in Spanish.</summary>
    public Gender MemberGender { get; set; }

    /// <summary>The two-letter postal code of the state or territory.</summary>
    public string State { get; set; } = "";

    /// <summary>District number, 0 for at-large, null for a Senator.</summary>
    public int? District { get; set; }

    /// <summary>The IANA time zone used to count this office's days and deadlines.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Main phone number, as <c>PhoneNumber.Stored</c>.</summary>
    public string? Phone { get; set; }

    /// <summary>The email address constituents may write to.</summary>
    public string? Email { get; set; }

    /// <summary>The Member's official website; http or https.</summary>
    public string? Website { get; set; }

    /// <summary>The most days between updates to a constituent, even without news.</summary>
    public int UpdateIntervalDays { get; set; } = 30;

    /// <summary>Months a privacy release is valid unless it says otherwise.</summary>
    public int ReleaseMonths { get; set; } = 12;

    /// <summary>Days after which the signer of an unsigned release is reminded, comma-separated; empty for never.</summary>
    public string ReleaseReminderDays { get; set; } = "3,7,14";

    /// <summary>Days before a release of an open case expires when a new one is requested; 0 for never.</summary>
    public int ReleaseRenewalDays { get; set; } = 30;

    /// <summary>Days after which staff are told they may close a case whose release is unsigned; 0 for never.</summary>
    public int ReleaseCloseDays { get; set; } = 30;

    /// <summary>Whether a second person reads every letter to an agency before it goes out.</summary>
    public bool ReviewsLetters { get; set; }

    /// <summary>More lines of the office's letterhead, such as a committee or a second address; null for none.</summary>
    public string? LetterheadLines { get; set; }

    /// <summary><see cref="ReleaseReminderDays"/> as numbers, ascending.</summary>
    public IReadOnlyList<int> ReleaseReminders =>
        [.. ReleaseReminderDays.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).Order()];

    /// <summary>The Member's identifier in the Biographical Directory of Congress.</summary>
    public string? Bioguide { get; set; }

    /// <summary>When these settings last changed, UTC.</summary>
    public DateTime ChangedAt { get; set; }

    /// <inheritdoc />
    public int Version { get; set; }

    /// <summary>The office's locations.</summary>
    public List<OfficeLocation> Locations { get; } = [];

    /// <summary>The Member's title, such as "Senator"; also the key of its translation.</summary>
    public string MemberTitle => Districts.MemberTitle.For(Chamber, State);

    /// <summary>Title and name in English, as used with agencies: "Representative Jane Doe".</summary>
    public string MemberName => MemberNameIn("en");

    /// <summary>Title and name in the reader's language, as used in a heading or signature: "Senadora Jane Doe".</summary>
    public string MemberNameIn(string language) =>
        $"{Districts.MemberTitle.In(language, MemberTitle, MemberGender)} {MemberFullName}";

    /// <summary>Title and name as used in a sentence: "la senadora Jane Doe".</summary>
    public string MemberInSentence(string language) =>
        Districts.MemberTitle.InSentence(language, MemberTitle, MemberGender, MemberFullName);

    /// <summary>"Office of Representative Jane Doe", in the reader's language.</summary>
    public string NameIn(string language) => Texts.Get(language, "Office of {0}", MemberInSentence(language));
}

internal sealed class OfficeMapping : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.ToTable(table => table.HasCheckConstraint("CK_Office_Only", $"\"Id\" = {Office.OnlyId}"));
        builder.Property(o => o.State).HasMaxLength(2).IsFixedLength();
        builder.Property(o => o.TimeZone).HasMaxLength(64);
        builder.Property(o => o.Bioguide).HasMaxLength(7);
        builder.Property(o => o.ReleaseReminderDays).HasMaxLength(40).HasDefaultValue("3,7,14");
        builder.Property(o => o.LetterheadLines).HasMaxLength(400);
        builder.Property(o => o.ReleaseRenewalDays).HasDefaultValue(30);
        builder.Property(o => o.ReleaseCloseDays).HasDefaultValue(30);
        builder.Ignore(o => o.ReleaseReminders).Ignore(o => o.MemberTitle).Ignore(o => o.MemberName);
        builder.HasMany(o => o.Locations).WithOne().HasForeignKey(l => l.OfficeId).OnDelete(DeleteBehavior.Cascade);
    }
}
