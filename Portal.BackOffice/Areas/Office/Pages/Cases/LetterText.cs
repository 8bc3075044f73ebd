using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Agencies;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Liaisons;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>What the letter page calls things, in English; each is the key of its translation.</summary>
internal static class LetterText
{
    /// <summary>Why an answer isn't reasonably supported.</summary>
    public static IEnumerable<SelectListItem> ReasonChoices =>
    [
        new Choice($"{ReconsiderationReason.IncompleteInformation}", "The agency didn't have all of the information"),
        new Choice($"{ReconsiderationReason.Statute}", "A law says otherwise"),
        new Choice($"{ReconsiderationReason.Regulation}", "A regulation says otherwise"),
        new Choice($"{ReconsiderationReason.Equity}", "It isn't fair"),
        new Choice($"{ReconsiderationReason.Policy}", "The agency's own policy says otherwise"),
    ];

    /// <summary>Whom a letter waits for, in words.</summary>
    public static string Describe(LetterHold hold) => hold switch
    {
        LetterHold.Signature => "Waiting for the Member's signature",
        LetterHold.Colleague => "Waiting for a colleague's review",
        _ => "Needs a manager's approval",
    };

    /// <summary>Where a contact is, and its name.</summary>
    public static string NameOf(AgencyContact contact) => contact.Card.Place is { } place ? $"{place}: {contact.Card.Name}" : contact.Card.Name;

    /// <summary>A block's name.</summary>
    public static string NameOf(LetterBlock block) => block switch
    {
        LetterBlock.Re => "Re",
        LetterBlock.Authority => "Authority",
        LetterBlock.Facts => "Facts",
        LetterBlock.Tried => "Tried so far",
        LetterBlock.Request => "What we ask",
        LetterBlock.Questions => "Questions, one on each line",
        LetterBlock.Urgency => "Why it's urgent",
        LetterBlock.Neutrality => "Neutrality",
        _ => "Reply",
    };

    /// <summary>How the letter goes out with the button that was pressed; null for a button that doesn't send.</summary>
    public static InquiryMethod? MethodOf(string? button) => button switch
    {
        "email" or "now" => InquiryMethod.Email,
        "print" => InquiryMethod.Letter,
        "fax" => InquiryMethod.Fax,
        "form" => InquiryMethod.AgencyPortal,
        _ => null,
    };
}
