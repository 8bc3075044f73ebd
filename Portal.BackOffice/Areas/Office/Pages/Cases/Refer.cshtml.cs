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

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Refers the person to an office or organization that can help.</summary>
public sealed class ReferModel(
    CasePageContext context, ReferCase refer, ResourceLibrary library, OfficePractice practice, ResidencyCheck residency, OwnMember members)
    : CasePageModel(context)
{
    private const int MostShown = 8;

    /// <summary>Type of referral.</summary>
    [BindProperty]
    public ReferralKind? Kind { get; set; }

    /// <summary>Whether the case stays open.</summary>
    [BindProperty(SupportsGet = true)]
    public bool KeepOpen { get; set; }

    /// <summary>Words to find in the library.</summary>
    [BindProperty]
    public string? Find { get; set; }

    /// <summary>The person's state.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>The person's county.</summary>
    [BindProperty]
    public string? County { get; set; }

    /// <summary>Code of an organization in the library.</summary>
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

    /// <summary>What fits, the best first.</summary>
    internal IReadOnlyList<LibraryEntry> Found { get; private set; } = [];

    /// <summary>How many fit besides those that are shown.</summary>
    internal int More => Math.Max(0, Found.Count - MostShown);

    /// <summary>The best of what fits, each with why it's proposed and when it was last checked; what was chosen stays.</summary>
    internal IEnumerable<SelectListItem> Library =>
        Found.Take(MostShown).Concat(Found.Skip(MostShown).Where(e => e.Code == FromLibrary)).Select(e => new Choice(e.Code, e.Name.In(Text.Language), Why(e))).Append(new Choice("", "None of these"));

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Searches the library. Everything typed stays.</summary>
    public Task<IActionResult> OnPostFindAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>Fills in the contact and letter from the library or the list of Members of Congress.</summary>
    public async Task<IActionResult> OnPostFillAsync(CancellationToken cancellation)
    {
        var language = Head.Case.Language;
        var entry = await library.OneAsync(FromLibrary, cancellation);
        if (entry is not null)
            Kind = Enum.TryParse<ReferralKind>($"{entry.Kind}", out var kind) ? kind : ReferralKind.Community;
        var card = entry?.Card.In(language) ?? (Kind == ReferralKind.OwnMember ? await OwnMemberAsync(cancellation) : null);
        if (card is null)
            Check.Problem(nameof(FromLibrary), Kind == ReferralKind.OwnMember
                ? "We couldn't find their Member of Congress from the address. Enter the contact yourself." : "Choose a resource from the library first.");
        else
            To = card;
        // A different type of referral needs a different letter; leaving the old one would misdirect the person.
        if (Kind is { } chosen)
            Letter = KeepOpen ? ClosingText.SuggestReferral(await FactsAsync(cancellation), Head.Case.Reference, language) : ClosingText.Suggest(ReasonOf(chosen), await FactsAsync(cancellation), language);
        foreach (var name in (string[])[nameof(Kind), nameof(To), nameof(Letter)])
            ModelState.Remove(name);
        return await ShowAsync(cancellation);
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
            : await ShowAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        State ??= (await ReadCaseAsync(cancellation)).Answers?.Address.State;
        Found = await library.FindAsync(
            new() { Words = Find, Topic = Head.Topic?.Code, State = State?.Trim().ToUpperInvariant(), County = County }, Text.Language, cancellation);
    }

    private string Why(LibraryEntry entry) => string.Join(" ", new[]
    {
        entry.About.In(Text.Language),
        ResourceLibrary.IsFor(entry, Head.Topic?.Code) ? Text["Helps with this topic."] : null,
        entry.States.Count > 0 ? Text["Serves {0}.", Resources.IndexModel.ServesIn(entry, Text)] : null,
        entry.CheckedOn is { } day ? Text["Last checked {0}.", Dates.Day(day)] : Text["Never checked by our office."],
    }.OfType<string>());

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
}
