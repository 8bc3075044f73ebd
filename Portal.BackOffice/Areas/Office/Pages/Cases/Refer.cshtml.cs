using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;
using Portal.Domain.Resources;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Refers the person to an office or organization that can help.</summary>
public sealed class ReferModel(
    CasePageContext context, ReferCase refer, OfficePractice practice, ResidencyCheck residency, OwnMember members) : CasePageModel(context)
{
    /// <summary>Type of referral.</summary>
    [BindProperty]
    public ReferralKind? Kind { get; set; }

    /// <summary>Whether the case stays open.</summary>
    [BindProperty]
    public bool KeepOpen { get; set; }

    /// <summary>Code of a resource in the library.</summary>
    [BindProperty]
    public string? FromLibrary { get; set; }

    /// <summary>Name and contact information.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>The letter to the constituent.</summary>
    [BindProperty]
    public string? Letter { get; set; }

    /// <inheritdoc />
    protected override Permission Needed => Permission.WorkCases;

    internal static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ReferralKind>().Select(k => new SelectListItem(CaseText.Describe(k), k.ToString()));

    /// <summary>The library, what the case's topic names first.</summary>
    internal IEnumerable<SelectListItem> Library
    {
        get
        {
            var ofTopic = new SelectListGroup { Name = "For this topic" };
            var groups = Resource.All.Select(r => r.Kind).Distinct().ToDictionary(k => k, k => new SelectListGroup { Name = GroupName(k) });
            return Resource.All.OrderBy(r => !IsOfTopic(r)).ThenBy(r => r.Kind, StringComparer.Ordinal)
                .Select(r => new SelectListItem(r.Name.In(Text.Language), r.Code) { Group = IsOfTopic(r) ? ofTopic : groups[r.Kind] });
        }
    }

    /// <summary>The chosen resource; null while none is.</summary>
    internal Resource? Chosen => Resource.All.FirstOrDefault(r => r.Code == FromLibrary);

    private bool IsOfTopic(Resource resource) => Head.Topic?.Resources.Contains(resource.Code) == true;

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Fills in the contact and letter from the library or the list of Members of Congress.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancellation)
    {
        var language = Head.Case.Language;
        var resource = Resource.All.FirstOrDefault(r => r.Code == FromLibrary);
        if (resource is not null)
            Kind = Enum.TryParse<ReferralKind>(resource.Kind, out var kind) ? kind : ReferralKind.Community;
        var card = resource?.CardIn(language) ?? (Kind == ReferralKind.OwnMember ? await OwnMemberAsync(cancellation) : null);
        if (card is null)
            Check.Problem(nameof(FromLibrary), Kind == ReferralKind.OwnMember
                ? "We couldn't find their Member of Congress from the address. Enter the contact yourself." : "Choose a resource from the library first.");
        else
            To = card;
        // A different type of referral needs a different letter; leaving the old one would misdirect the person.
        if (Kind is { } chosen)
            Letter = KeepOpen ? Texts.Get(language, "While we keep working on your case, these people can help you too:") : ClosingText.Suggest(ReasonOf(chosen), await FactsAsync(cancellation), language);
        foreach (var name in (string[])[nameof(Kind), nameof(To), nameof(Letter)])
            ModelState.Remove(name);
        return Page();
    }

    /// <summary>Sends the referral.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check.That(Kind is not null, nameof(Kind), "Choose where to refer the person.")
            .Required(nameof(To), To, "Enter who you're referring the person to, with a phone number or address.")
            .Required(nameof(Letter), Letter, "Enter a letter to the constituent, in 10,000 characters or fewer.");
        return check.Passed
            ? await FinishAsync(
                await refer.ExecuteAsync(new(Head.Case.Id, CaseVersion, Kind!.Value, To!, Letter!) { KeepOpenAs = KeepOpen ? Key : null }, Actor, cancellation),
                KeepOpen ? "Constituent referred. The case stays open."
                    : Head.Case.ContactEmail is null
                    ? "Person referred and case closed. The constituent has no email address, so mail the letter, or call."
                    : "Person referred and case closed.",
                nameof(Letter), cancellation)
            : Page();
    }

    private async Task<ClosingFacts> FactsAsync(CancellationToken cancellation)
    {
        var office = await practice.OfficeAsync(cancellation);
        return new(Head.Case.PersonName, office?.MemberInSentence(Head.Case.Language), office?.Chamber ?? default, AgencyWasAsked: false) { IsForHelper = Head.Case.HelperWrites };
    }

    private async Task<string?> OwnMemberAsync(CancellationToken cancellation)
    {
        var address = (await ReadCaseAsync(cancellation)).Answers?.Address ?? new AddressAnswers();
        if (!UsState.TryParse(address.State, out var state) || !ZipCode.TryParse(address.Zip, out var zip))
            return null;
        var found = await residency.RunAsync(new HomeAddress(state, zip, address.Line1, address.City), cancellation);
        IReadOnlyList<MemberContact> own = found is ResidencyResult.OutOfDistrict { District: null, Candidates: { Count: > 1 } districts }
            ? await members.RepresentativesAsync(state, districts, zip, cancellation)
            : (await members.FindAsync(state, (found as ResidencyResult.OutOfDistrict)?.District, zip, cancellation)).Representative is { } one ? [one] : [];
        return own.Count == 0 ? null : string.Join("\n\n", own.Select(m => CardOf(m, own.Count > 1)));
    }

    // The constituent reads this, so it's in their language, not the caseworker's.
    private string CardOf(MemberContact contact, bool oneOfSeveral)
    {
        var (member, language) = (contact.Member, Head.Case.Language);
        var district = oneOfSeveral && member.District is { } number ? Texts.Get(language, "Congressional district {0}", number) : null;
        return string.Join(
            "\n",
            new[] { contact.NameIn(language), district, PhoneNumber.Show(member.Phone), member.Url }.Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    private static ClosingReason ReasonOf(ReferralKind kind) => kind switch
    {
        ReferralKind.OwnMember => ClosingReason.ReferredToMember,
        ReferralKind.StateOrLocal => ClosingReason.ReferredToStateOrLocal,
        ReferralKind.Regulator => ClosingReason.ReferredToRegulator,
        _ => ClosingReason.ReferredToCommunity,
    };

    private static string GroupName(string kind) => kind switch
    {
        "StateOrLocal" => "State and local",
        "Regulator" => "Regulators",
        "Crisis" => "Crisis help",
        _ => "Community help",
    };
}
