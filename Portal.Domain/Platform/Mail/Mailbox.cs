using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Portal.Domain.Platform.Mail;

/// <summary>Parses an email address the way mail servers do, both for forms that ask for one and for sending.</summary>
internal static class Mailbox
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
    };

    public static bool TryRead(string text, [NotNullWhen(true)] out MailboxAddress? address) => MailboxAddress.TryParse(Strict, text, out address);
}
