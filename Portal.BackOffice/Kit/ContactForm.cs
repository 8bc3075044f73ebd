using Portal.Domain.Constituents;
using Portal.Domain.HelpRequests;

namespace Portal.BackOffice.Kit;

/// <summary>Contact data as typed, on the page of the person and on that of staff.</summary>
public sealed class ContactForm
{
    /// <summary>First name.</summary>
    public string? FirstName { get; set; }

    /// <summary>Last name or names.</summary>
    public string? LastName { get; set; }

    /// <summary>Whether there is only one name.</summary>
    public bool HasOneName { get; set; }

    /// <summary>The organization.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>Email address.</summary>
    public string? Email { get; set; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>The helper's first name.</summary>
    public string? HelperFirstName { get; set; }

    /// <summary>The helper's last name or names.</summary>
    public string? HelperLastName { get; set; }

    /// <summary>Whether the helper has only one name.</summary>
    public bool HelperHasOneName { get; set; }

    /// <summary>The helper's email address.</summary>
    public string? HelperEmail { get; set; }

    /// <summary>The helper's phone number.</summary>
    public string? HelperPhone { get; set; }

    /// <summary>What kind of home the person has.</summary>
    public HomeKind Kind { get; set; }

    /// <summary>Street address, or the whole address abroad.</summary>
    public string? Line1 { get; set; }

    /// <summary>Apartment.</summary>
    public string? Line2 { get; set; }

    /// <summary>City.</summary>
    public string? City { get; set; }

    /// <summary>Two-letter state code.</summary>
    public string? State { get; set; }

    /// <summary>ZIP code.</summary>
    public string? Zip { get; set; }

    /// <summary>The country, outside the United States.</summary>
    public string? Country { get; set; }

    /// <summary>The kinds of home, each with its name in English.</summary>
    public static IReadOnlyList<(HomeKind Kind, string Name)> Kinds { get; } =
    [
        (HomeKind.UnitedStates, "An address in the United States, or military mail"),
        (HomeKind.NoFixedAddress, "No fixed address"),
        (HomeKind.OutsideUnitedStates, "Outside the United States"),
    ];

    /// <summary>The form, filled in with what is known.</summary>
    public static ContactForm Of(ContactData known) => new()
    {
        FirstName = known.Person.FirstName,
        LastName = known.Person.LastName,
        HasOneName = known.Person.HasOneName,
        OrganizationName = known.OrganizationName,
        Email = known.Person.Email,
        Phone = PhoneNumber.Show(known.Person.Phone),
        HelperFirstName = known.Helper.FirstName,
        HelperLastName = known.Helper.LastName,
        HelperHasOneName = known.Helper.HasOneName,
        HelperEmail = known.Helper.Email,
        HelperPhone = PhoneNumber.Show(known.Helper.Phone),
        Kind = known.Address.Kind,
        Line1 = known.Address.Line1,
        Line2 = known.Address.Line2,
        City = known.Address.City,
        State = known.Address.State,
        Zip = known.Address.Zip,
        Country = known.Address.Country,
    };

    /// <summary>The same, with everything but the helper's own as it is known: a helper doesn't see the person's.</summary>
    public ContactForm OnlyHelper(ContactData known)
    {
        var form = Of(known);
        (form.HelperFirstName, form.HelperLastName, form.HelperHasOneName) = (HelperFirstName, HelperLastName, HelperHasOneName);
        (form.HelperEmail, form.HelperPhone) = (HelperEmail, HelperPhone);
        return form;
    }

    /// <summary>What is known, with what was typed. Who the request is for decides which parts the form has.</summary>
    public ContactData Over(ContactData known, HelpFor helpFor) => known with
    {
        Person = known.Person with { FirstName = FirstName, LastName = LastName, HasOneName = HasOneName, Email = Email, Phone = Phone },
        OrganizationName = helpFor == HelpFor.Organization ? OrganizationName : known.OrganizationName,
        Helper = helpFor != HelpFor.SomeoneElse ? known.Helper
            : known.Helper with { FirstName = HelperFirstName, LastName = HelperLastName, HasOneName = HelperHasOneName, Email = HelperEmail, Phone = HelperPhone },
        Address = new()
        {
            Kind = Kind,
            Line1 = Line1,
            Line2 = Line2,
            City = City,
            State = State,
            Zip = Zip,
            Country = Kind == HomeKind.OutsideUnitedStates ? Country : null,
        },
    };

    /// <summary>Checks what was typed, each problem at its field.</summary>
    /// <param name="prefix">The name of the form's property on its page.</param>
    public void Check(FormCheck check, HelpFor helpFor, string prefix)
    {
        foreach (var (field, value, most) in ((string, string?, int)[])
            [(nameof(FirstName), FirstName, 128), (nameof(LastName), LastName, 128), (nameof(OrganizationName), OrganizationName, 128),
             (nameof(HelperFirstName), HelperFirstName, 128), (nameof(HelperLastName), HelperLastName, 128), (nameof(Phone), Phone, 40),
             (nameof(HelperPhone), HelperPhone, 40), (nameof(Line1), Line1, 400), (nameof(Line2), Line2, 128), (nameof(City), City, 80),
             (nameof(Country), Country, 80)])
            check.AtMost($"{prefix}.{field}", value, most);
        var helper = helpFor == HelpFor.SomeoneElse;
        var (person, writes) = (Over(new(), helpFor), helper ? HelperEmail : Email);
        check.That(person.Person.IsNamed, $"{prefix}.{nameof(LastName)}", "Enter the first and last name. If there is only one name, say so below.")
            .That(!helper || person.Helper.IsNamed, $"{prefix}.{nameof(HelperLastName)}", "Enter the first and last name. If there is only one name, say so below.")
            .That(helpFor != HelpFor.Organization || !string.IsNullOrWhiteSpace(OrganizationName), $"{prefix}.{nameof(OrganizationName)}", "Enter the organization's name.");
        foreach (var (field, typed) in new[] { (nameof(Email), Email), (nameof(HelperEmail), HelperEmail) })
            check.That(
                string.IsNullOrWhiteSpace(typed) || EmailAddress.TryParse(typed, out _), $"{prefix}.{field}",
                "Enter an email address such as name@example.com, or leave this blank.");
        foreach (var (field, typed) in new[] { (nameof(Phone), Phone), (nameof(HelperPhone), HelperPhone) })
            check.That(
                string.IsNullOrWhiteSpace(typed) || PhoneNumber.CanBeCalled(typed), $"{prefix}.{field}",
                "Enter a phone number with area code, such as 303-555-0100, or leave this blank.");
        check.That(
                !string.IsNullOrWhiteSpace(writes) || !string.IsNullOrWhiteSpace(helper ? HelperPhone : Phone), $"{prefix}.{(helper ? nameof(HelperEmail) : nameof(Email))}",
                "Enter an email address or phone number so we can reach you.")
            .That(person.Address.IsWhole, $"{prefix}.{nameof(Line1)}", "Enter the whole address.");
    }
}
