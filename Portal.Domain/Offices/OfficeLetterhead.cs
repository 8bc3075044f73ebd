using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Offices;

/// <summary>The site's configured public address and the address emails are sent from.</summary>
public sealed record SiteAddress(Uri Public, string MailFrom)
{
    /// <summary>The mailbox that Portal reads; null when none is set up.</summary>
    public string? Mailbox { get; init; }
}

/// <summary>The letterhead for emails in the office's name.</summary>
public sealed class OfficeLetterhead(OfficePractice practice, SiteAddress site) : ILetterhead
{
    /// <inheritdoc />
    public async Task<MailLetterhead> ReadAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        return new(office?.MemberName ?? "Portal", PhoneNumber.Show(office?.Phone) ?? "", site.MailFrom, site.Public)
        {
            ReplyTo = office?.Email,
            Mailbox = site.Mailbox,
            OfficeNameEs = office?.MemberNameIn("es"),
        };
    }
}
