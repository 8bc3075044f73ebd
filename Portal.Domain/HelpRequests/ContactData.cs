namespace Portal.Domain.HelpRequests;

/// <summary>Names, ways to reach people, and the address: what can be wrong in a request and has to be right from then on.</summary>
public sealed record ContactData
{
    /// <summary>The person who needs help, or who speaks for the organization.</summary>
    public PersonAnswers Person { get; init; } = new();

    /// <summary>The helper; empty when there is none.</summary>
    public PersonAnswers Helper { get; init; } = new();

    /// <summary>The organization; null when there is none.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Where the person lives.</summary>
    public AddressAnswers Address { get; init; } = new();

    /// <summary>The contact data of a request.</summary>
    public static ContactData Of(RequestAnswers answers) => new()
    {
        Person = answers.Person,
        Helper = answers.Helper,
        OrganizationName = answers.OrganizationName,
        Address = answers.Address,
    };

    /// <summary>The same answers with this contact data.</summary>
    public RequestAnswers Into(RequestAnswers answers) => answers with
    {
        Person = Person,
        Helper = Helper,
        OrganizationName = OrganizationName,
        Address = Address,
    };

    /// <summary>What is different in another one.</summary>
    public IReadOnlyList<ContactField> DifferencesTo(ContactData other) =>
    [
        .. new[]
        {
            (ContactField.Name, Named(Person) != Named(other.Person) || OrganizationName != other.OrganizationName),
            (ContactField.Email, Person.Email != other.Person.Email),
            (ContactField.Phone, Person.Phone != other.Person.Phone),
            (ContactField.Address, Address != other.Address),
            (ContactField.HelperName, Named(Helper) != Named(other.Helper)),
            (ContactField.HelperEmail, Helper.Email != other.Helper.Email),
            (ContactField.HelperPhone, Helper.Phone != other.Helper.Phone),
        }.Where(f => f.Item2).Select(f => f.Item1),
    ];

    private static (string?, string?, bool) Named(PersonAnswers person) => (person.FirstName, person.LastName, person.HasOneName);
}

/// <summary>One part of the contact data.</summary>
public enum ContactField
{
    /// <summary>The name of the person or organization.</summary>
    Name,

    /// <summary>The person's email address.</summary>
    Email,

    /// <summary>The person's phone number.</summary>
    Phone,

    /// <summary>The address.</summary>
    Address,

    /// <summary>The helper's name.</summary>
    HelperName,

    /// <summary>The helper's email address.</summary>
    HelperEmail,

    /// <summary>The helper's phone number.</summary>
    HelperPhone,
}
