using Portal.Domain.Agencies;
using Portal.Domain.Liaisons;

namespace Portal.BackOffice.Areas.Office.Pages.Directory;

/// <summary>The form for a contact.</summary>
public sealed class ContactInput
{
    /// <summary>The id of a new contact, created when the form is first shown, so that a double click adds one.</summary>
    public Guid Key { get; set; }

    /// <summary>Version the form was loaded from.</summary>
    public int Version { get; set; }

    /// <summary>Part of the agency.</summary>
    public string? SubAgency { get; set; }

    /// <summary>Regional or field office.</summary>
    public string? Office { get; set; }

    /// <summary>Desk or person.</summary>
    public string? Name { get; set; }

    /// <summary>Preferred way to reach it.</summary>
    public InquiryMethod Preferred { get; set; } = InquiryMethod.Email;

    /// <summary>Email address.</summary>
    public string? Email { get; set; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>Fax number.</summary>
    public string? Fax { get; set; }

    /// <summary>Mailing address.</summary>
    public string? Address { get; set; }

    /// <summary>Web form.</summary>
    public string? WebForm { get; set; }

    /// <summary>Hours.</summary>
    public string? Hours { get; set; }

    /// <summary>Topic codes, as typed.</summary>
    public string? Topics { get; set; }

    /// <summary>State codes, as typed.</summary>
    public string? States { get; set; }

    /// <summary>What staff should know.</summary>
    public string? Note { get; set; }

    /// <summary>Fills the form from stored data.</summary>
    public static ContactInput From(AgencyContact contact) => new()
    {
        Version = contact.Version,
        SubAgency = contact.Card.SubAgency,
        Office = contact.Card.Office,
        Name = contact.Card.Name,
        Preferred = contact.Card.Preferred,
        Email = contact.Card.Email,
        Phone = contact.Card.Phone,
        Fax = contact.Card.Fax,
        Address = contact.Card.Address,
        WebForm = contact.Card.WebForm,
        Hours = contact.Card.Hours,
        Topics = string.Join(", ", contact.Card.Topics),
        States = string.Join(", ", contact.Card.States),
        Note = contact.Card.Note,
    };

    /// <summary>The card as typed.</summary>
    public ContactCard ToCard() => new()
    {
        SubAgency = SubAgency,
        Office = Office,
        Name = Name ?? "",
        Preferred = Preferred,
        Email = Email,
        Phone = Phone,
        Fax = Fax,
        Address = Address,
        WebForm = WebForm,
        Hours = Hours,
        Topics = Split(Topics),
        States = Split(States),
        Note = Note,
    };

    private static string[] Split(string? list) => list?.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) ?? [];
}
