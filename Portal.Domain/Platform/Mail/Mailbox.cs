using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace Portal.Domain.Platform.Mail;

/// <summary>Reads an address as mail servers do, for the forms that ask for one and for the mail that goes there.</summary>
internal static class Mailbox
{
    private static readonly ParserOptions Strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
    };

    public static bool TryRead(string text, [NotNullWhen(true)] out MailboxAddress? address) => MailboxAddress.TryParse(Strict, text, out address);
}
