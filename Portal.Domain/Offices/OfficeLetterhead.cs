using Portal.Domain.Constituents;
using Portal.Domain.Platform.Mail;

namespace Portal.Domain.Offices;

/// <summary>What the configuration says of the site: its address and the address mails come from.</summary>
public sealed record SiteAddress(Uri Public, string MailFrom);

/// <summary>Writes mails in the office's name.</summary>
public sealed class OfficeLetterhead(OfficePractice practice, SiteAddress site) : ILetterhead
{
    /// <inheritdoc />
    public async Task<MailLetterhead> ReadAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        return new(office?.MemberName ?? "Portal", PhoneNumber.Show(office?.Phone) ?? "", site.MailFrom, site.Public) { OfficeNameEs = office?.MemberNameIn("es") };
    }
}
