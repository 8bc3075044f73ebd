using Portal.Domain.Agencies;
using Portal.Domain.Districts;
using Portal.Domain.Platform.Mail;
using Portal.Domain.Platform.Text;
using Portal.Domain.Platform;

namespace Portal.Domain.Liaisons;

/// <summary>What a contact has to have, whether typed or imported.</summary>
internal static class ContactRules
{
    private const int FewestDigits = 7;

    /// <summary>The card without spaces around its values and without empty ones.</summary>
    public static ContactCard Clean(ContactCard card) => card with
    {
        SubAgency = Line(card.SubAgency),
        Office = Line(card.Office),
        Name = Line(card.Name) ?? "",
        Email = Line(card.Email),
        Phone = Line(card.Phone),
        Fax = Line(card.Fax),
        Address = Text(card.Address),
        WebForm = Line(card.WebForm),
        Hours = Line(card.Hours),
        Note = Text(card.Note),
        Topics = [.. card.Topics.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct()],
        States = [.. card.States.Select(s => s.Trim().ToUpperInvariant()).Where(s => s.Length > 0).Distinct()],
    };

    /// <summary>Why the card can't be saved; null when it can.</summary>
    public static Outcome.Refused? Broken(ContactCard card)
    {
        string?[] lines = [card.SubAgency, card.Office, card.Name, card.Email, card.Phone, card.Fax, card.WebForm, card.Hours];
        return card switch
        {
            { Name.Length: 0 } => new("Enter the name of the desk or person."),
            _ when lines.Any(l => l?.Length > ContactCard.MaxLine) => new("Each line can have up to {0} characters.", ContactCard.MaxLine),
            { Address.Length: > ContactCard.MaxText } or { Note.Length: > ContactCard.MaxText } =>
                new("The address and the note can have up to {0} characters each.", ContactCard.MaxText),
            { Email: { } email } when !Mailbox.TryRead(email, out _) => new("“{0}” isn't an email address.", email),
            { Phone: { } phone } when Digits(phone) < FewestDigits => new("“{0}” isn't a phone number.", phone),
            { Fax: { } fax } when Digits(fax) < FewestDigits => new("“{0}” isn't a fax number.", fax),
            { WebForm: { } form } when !IsWeb(form) => new("“{0}” isn't a web address. Enter one that starts with https://.", form),
            _ when card.States.FirstOrDefault(s => !UsState.TryParse(s, out _)) is { } state => new("“{0}” isn't a state. Enter two-letter codes, such as CO.", state),
            _ when !card.Takes(card.Preferred) => new(Lacks(card.Preferred)),
            _ => null,
        };
    }

    /// <summary>The values that differ.</summary>
    public static IReadOnlyList<AgencyFieldChange> Changes(ContactCard from, ContactCard to)
    {
        (string Field, string? From, string? To)[] all =
        [
            (nameof(ContactCard.SubAgency), from.SubAgency, to.SubAgency),
            (nameof(ContactCard.Office), from.Office, to.Office),
            (nameof(ContactCard.Name), from.Name, to.Name),
            (nameof(ContactCard.Preferred), from.Preferred.ToString(), to.Preferred.ToString()),
            (nameof(ContactCard.Email), from.Email, to.Email),
            (nameof(ContactCard.Phone), from.Phone, to.Phone),
            (nameof(ContactCard.Fax), from.Fax, to.Fax),
            (nameof(ContactCard.Address), from.Address, to.Address),
            (nameof(ContactCard.WebForm), from.WebForm, to.WebForm),
            (nameof(ContactCard.Hours), from.Hours, to.Hours),
            (nameof(ContactCard.Note), from.Note, to.Note),
            (nameof(ContactCard.Topics), string.Join(',', from.Topics), string.Join(',', to.Topics)),
            (nameof(ContactCard.States), string.Join(',', from.States), string.Join(',', to.States)),
        ];
        return [.. all.Where(f => f.From != f.To).Select(f => new AgencyFieldChange(f.Field, f.From, f.To))];
    }

    private static string Lacks(InquiryMethod method) => method switch
    {
        InquiryMethod.Email => "Enter an email address, or choose another way to reach this contact.",
        InquiryMethod.Fax => "Enter a fax number, or choose another way to reach this contact.",
        InquiryMethod.Phone => "Enter a phone number, or choose another way to reach this contact.",
        InquiryMethod.AgencyPortal => "Enter the address of the web form, or choose another way to reach this contact.",
        _ => "Enter a mailing address, or choose another way to reach this contact.",
    };

    private static int Digits(string number) => number.Count(char.IsAsciiDigit);

    private static bool IsWeb(string typed) => Uri.TryCreate(typed, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps;

    private static string? Line(string? typed) => PlainText.Line(typed) is { } line && !string.IsNullOrWhiteSpace(line) ? line.Trim() : null;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ReplaceLineEndings("\n");
}
