using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Platform;

namespace Portal.Domain.Surges;

/// <summary>
/// Somebody an event didn't harm yet who wants its news. They get none until they open the link in our email, so nobody can sign up
/// somebody else.
/// </summary>
public sealed class NewsSubscriber
{
    /// <summary>How long the link in the email works.</summary>
    public static readonly TimeSpan TimeToConfirm = TimeSpan.FromDays(2);

    /// <summary>The purpose of the hashes of links.</summary>
    internal const string ConfirmPurpose = "news/confirm", LeavePurpose = "news/leave";

    /// <summary>A version-7 id.</summary>
    public Guid Id { get; init; }

    /// <summary>The surge.</summary>
    public Guid SurgeId { get; init; }

    /// <summary>The name as they write it.</summary>
    public required SealedText Name { get; set; }

    /// <summary>The address.</summary>
    public required SealedText Email { get; set; }

    /// <summary>The blind index of the address.</summary>
    public required string EmailIndex { get; init; }

    /// <summary>The language of the news, en or es.</summary>
    public required string Language { get; set; }

    /// <summary>When they asked, UTC.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>The hash of the link's token; null once confirmed.</summary>
    public string? TokenHash { get; set; }

    /// <summary>When they confirmed, UTC; null until then.</summary>
    public DateTime? ConfirmedAt { get; set; }

    /// <summary>Seals it anew, after the master key was changed.</summary>
    public void Reseal() => (Name, Email) = (Name.Text, Email.Text);
}

/// <summary>Asks somebody to confirm that they want the news of an event.</summary>
/// <param name="SealedToken">The token of the link.</param>
/// <param name="Surge">The event's name in the reader's language.</param>
public sealed record NewsConfirmMail(string SealedToken, string Surge) : IAwaitedMail
{
    TimeSpan IAwaitedMail.UsefulFor => NewsSubscriber.TimeToConfirm;

    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(desk.T("Please confirm: news about {0}", Surge),
        [desk.T("Someone, probably you, asked us to email news about {0} to this address. If that's right, open this page and confirm. It works for two days.", Surge)])
    {
        Link = (desk.T("Confirm"), desk.Page(Links.News.Confirm(desk.Unseal(SealedToken)))),
        Closing = [desk.T("Wasn't it you? You don't have to do anything. We won't write again.")],
    };
}

/// <summary>News about an event, to somebody who asked for it.</summary>
/// <param name="Subject">The subject in the reader's language.</param>
/// <param name="Text">The news, in the reader's language.</param>
/// <param name="Surge">The event's name in the reader's language.</param>
/// <param name="SubscriberId">The subscriber, for the link to leave.</param>
/// <param name="LeaveKey">The key of that link.</param>
public sealed record SurgeNewsMail(string Subject, string Text, string Surge, Guid SubscriberId, string LeaveKey) : IMail
{
    /// <inheritdoc />
    public MailText Write(MailDesk desk) => new(Subject, Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
    {
        Closing = [desk.T("You get this because you asked for news about {0}. To stop it, open this page:", Surge), desk.Page(Links.News.Leave(SubscriberId, LeaveKey)).ToString()],
    };
}

internal sealed class NewsSubscriberMapping : IEntityTypeConfiguration<NewsSubscriber>
{
    public void Configure(EntityTypeBuilder<NewsSubscriber> subscriber)
    {
        subscriber.ToTable("NewsSubscriber");
        subscriber.Property(s => s.Id).ValueGeneratedNever();
        subscriber.SealedForNoCase();
        subscriber.Property(s => s.EmailIndex).HasMaxLength(64);
        subscriber.Property(s => s.Language).HasMaxLength(2);
        subscriber.Property(s => s.TokenHash).HasMaxLength(64);
        subscriber.HasIndex(s => new { s.SurgeId, s.EmailIndex }).IsUnique();
        subscriber.HasIndex(s => s.TokenHash);
        subscriber.HasOne<Surge>().WithMany().HasForeignKey(s => s.SurgeId).OnDelete(DeleteBehavior.Cascade);
    }
}
