using Portal.Domain.Districts;
using Portal.Domain.Liaisons;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.Staff;

namespace Portal.Domain.Demo;

/// <summary>An invented office with invented staff and neighbors. Only the ZIP codes are real.</summary>
public sealed class DemoOffice(PortalDb db, SetUpOffice setUp, AddStaff addStaff, ChangeStaff changeStaff, SaveContact saveContact, TimeProvider clock)
{
    /// <summary>The demonstration's caseworker.</summary>
    public const string CaseworkerEmail = "maria.alvarez@demo.example";

    /// <summary>The demonstration's administrator.</summary>
    public const string AdministratorEmail = "sam.rivera@demo.example";

    private sealed record Contents(string Member, Gender Gender, string State, int District)
    {
        public required string TimeZone { get; init; }

        public required string Phone { get; init; }

        public required string Email { get; init; }

        public required string Website { get; init; }

        public required LocationValues[] Locations { get; init; }

        public required StaffRow[] Staff { get; init; }

        public required MemberRow[] Members { get; init; }

        public required Dictionary<string, int[]> Zips { get; init; }
    }

    private sealed record StaffRow(string Name, string Email, StaffRole Role, string Languages, string Specialties, string Location);

    private sealed record ContactRow(string Agency, ContactCard Card);

    private sealed record MemberRow(string Bioguide, string Name, Gender Gender, int? District)
    {
        public required string City { get; init; }

        public required string Zip { get; init; }

        public required string Phone { get; init; }
    }

    /// <summary>Sets up the office in an empty database.</summary>
    /// <param name="staff">Email addresses of those who work in it; null for everyone.</param>
    public async Task CreateAsync(IReadOnlyCollection<string>? staff, CancellationToken cancellation)
    {
        var demo = SeedFile.Read<Contents>("demo-office.json");
        db.AddRange(demo.Zips.SelectMany(z =>
            z.Value.Select(district => new ZipDistrict { Zip = z.Key, State = demo.State, District = district })));
        db.AddRange(demo.Members.Select(row => Member(row, demo.State)));
        await db.SaveChangesAsync(cancellation);
        await setUp.ExecuteAsync(
            new()
            {
                Chamber = Chamber.House,
                MemberFullName = demo.Member,
                MemberGender = demo.Gender,
                State = demo.State,
                District = demo.District,
                TimeZone = demo.TimeZone,
                Phone = demo.Phone,
                Email = demo.Email,
                Website = demo.Website,
                Locations = demo.Locations,
            },
            Actor.System(nameof(DemoOffice)),
            cancellation);
        foreach (var row in demo.Staff.Where(r => staff?.Contains(r.Email) != false))
            await HireAsync(row, cancellation);
        foreach (var contact in SeedFile.Read<ContactRow[]>("demo-contacts.json"))
            await saveContact.ExecuteAsync(
                new(Guid.CreateVersion7(clock.GetUtcNow()), null, contact.Agency, contact.Card), Actor.System(nameof(DemoOffice)), cancellation);
    }

    // No one gets a password: in Development they sign in with a one-time link.
    private async Task HireAsync(StaffRow row, CancellationToken cancellation)
    {
        var actor = Actor.System(nameof(DemoOffice));
        var outcome = await addStaff.ExecuteAsync(new(row.Email, row.Name, row.Role), actor, cancellation);
        if (outcome is AddStaff.Added added)
            outcome = await changeStaff.ExecuteAsync(
                new(added.StaffId, row.Name, row.Role, false)
                {
                    Languages = row.Languages,
                    Specialties = row.Specialties,
                    Location = row.Location,
                },
                actor,
                cancellation);
        if (outcome is not Outcome.Success)
            throw new InvalidOperationException($"{row.Email} cannot join the demonstration: {outcome}");
    }

    private Legislator Member(MemberRow row, string state)
    {
        var year = clock.GetUtcNow().Year;
        var site = "https://demo.example/" + row.Bioguide.ToLowerInvariant();
        return new Legislator
        {
            Bioguide = row.Bioguide,
            FullName = row.Name,
            Gender = row.Gender,
            Chamber = row.District is null ? Chamber.Senate : Chamber.House,
            State = state,
            District = row.District,
            Phone = "202-555-0" + row.Phone[^3..],
            Url = site,
            ContactForm = site + "/contact",
            Address = "Washington, DC",
            TermEndsOn = new DateOnly(year + 3 - (year % 2), 1, 3),
            Offices =
            {
                new()
                {
                    Id = $"{row.Bioguide}-{row.City}",
                    Bioguide = row.Bioguide,
                    City = row.City,
                    State = state,
                    Zip = row.Zip,
                    Phone = row.Phone,
                    Street = "1 Main Street",
                },
            },
        };
    }
}
