using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Areas.Office.Pages.Activity;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Districts;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Mail;

namespace Portal.BackOffice.Areas.Office.Pages.Settings;

/// <summary>Every setting, what it does, its present value, and who changed what; and a button that sends a test email.</summary>
public sealed class IndexModel(
    SettingsPageQuery query, SetUpOffice setUp, SendTestMail sendTest, MailSetup mail, SiteAddress site, ServerSettings server, PageReader reader) : PageModel
{
    /// <summary>What the test of email posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>What the form for the office posts.</summary>
    [BindProperty]
    public OfficeInput Office { get; set; } = new();

    /// <summary>What the form for updates and releases posts.</summary>
    [BindProperty]
    public PracticeInput Practice { get; set; } = new();

    /// <summary>The settings for email, without any password.</summary>
    public MailSetup Mail => mail;

    /// <summary>Sender address.</summary>
    public string From => site.MailFrom;

    /// <summary>What the database knows.</summary>
    public SettingsPage Now { get; private set; } = null!;

    /// <summary>The latest changes.</summary>
    public IReadOnlyList<EntryLine> Changes { get; private set; } = [];

    /// <summary>The settings of the server by what they're about.</summary>
    public IEnumerable<IGrouping<ServerSettingGroup, ServerSetting>> Server => server.All.GroupBy(s => s.Group);

    /// <summary>The genders, for titles in Spanish.</summary>
    public static IEnumerable<SelectListItem> Genders { get; } =
        [new("Masculine (senador)", nameof(Gender.Male)), new("Feminine (senadora)", nameof(Gender.Female)), new("Not stated", nameof(Gender.Unknown))];

    /// <summary>The time zones of the states, and the office's own.</summary>
    public IEnumerable<SelectListItem> Zones => States.All.Select(s => s.TimeZone).OfType<string>().Append(Office.TimeZone).OfType<string>()
        .Distinct().Order(StringComparer.Ordinal).Select(z => new SelectListItem(z, z));

    /// <summary>Recipient of the test email.</summary>
    public sealed class FormInput
    {
        /// <summary>The email address.</summary>
        public string? Email { get; set; }
    }

    /// <summary>Shows the settings.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Sends a test email and reports the result.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = Check();
        if (!EmailAddress.TryParse(Input.Email, out var to))
        {
            check.Problem("Input.Email", "Enter an email address, such as name@example.gov.");
            return await ShowAsync(cancellation);
        }

        switch (await sendTest.ExecuteAsync(new(to.Text, reader.Text.Language), reader.Actor, cancellation))
        {
            case SendTestMail.Tried { Failure: null }:
                return this.RedirectWithNotice(
                    Links.Office.Settings, "The email server accepted the test email. If it doesn't arrive within a few minutes, check the spam folder.");
            case SendTestMail.Tried { Failure: { } failure }:
                check.Problem(failure.ConcernsRecipient ? "Input.Email" : "", failure.English, failure.Detail, failure.Section);
                break;
            case var refused:
                check.Refusal(refused);
                break;
        }

        return await ShowAsync(cancellation);
    }

    /// <summary>Saves how the office is named and reached.</summary>
    public async Task<IActionResult> OnPostOfficeAsync(CancellationToken cancellation)
    {
        var check = Check()
            .Required("Office.MemberName", Office.MemberName, 200, "Enter the Member's name.")
            .AtMost("Office.Website", Office.Website, 200);
        return check.Passed ? await FinishAsync(Office.ToCommand(), FieldOf, cancellation) : await ShowAsync(cancellation);
    }

    /// <summary>Saves what is promised and asked for.</summary>
    public async Task<IActionResult> OnPostPracticeAsync(CancellationToken cancellation)
    {
        var check = Check();
        int? Read(string field, string? typed, int least, int most)
        {
            var number = int.TryParse(typed?.Trim(), out var value) && value >= least && value <= most ? value : (int?)null;
            check.That(number is not null, "Practice." + field, "Enter a whole number from {0} to {1}.", least, most);
            return number;
        }

        var command = new SetUpOfficeCommand
        {
            ExpectedVersion = Practice.Version,
            UpdateIntervalDays = Read(nameof(PracticeInput.UpdateDays), Practice.UpdateDays, 1, 365),
            ReleaseMonths = Read(nameof(PracticeInput.ReleaseMonths), Practice.ReleaseMonths, 1, 120),
            ReleaseReminderDays = Practice.ReminderDays?.Trim() ?? "",
            ReleaseRenewalDays = Read(nameof(PracticeInput.RenewalDays), Practice.RenewalDays, 0, 180),
            ReleaseCloseDays = Read(nameof(PracticeInput.CloseDays), Practice.CloseDays, 0, 365),
        };
        return check.Passed ? await FinishAsync(command, _ => "Practice.ReminderDays", cancellation) : await ShowAsync(cancellation);
    }

    private static string FieldOf(SetUpOfficeResult.Refused refused) => refused.Why switch
    {
        SetUpOfficeRefusal.NameMissing => "Office.MemberName",
        SetUpOfficeRefusal.TimeZoneInvalid => "Office.TimeZone",
        SetUpOfficeRefusal.WebsiteInvalid => "Office.Website",
        SetUpOfficeRefusal.ContactInvalid => refused.Text.Contains("phone", StringComparison.Ordinal) ? "Office.Phone" : "Office.Email",
        _ => "",
    };

    private FormCheck Check() => new(this, reader.Text);

    private async Task<IActionResult> FinishAsync(SetUpOfficeCommand command, Func<SetUpOfficeResult.Refused, string> field, CancellationToken cancellation)
    {
        var outcome = await setUp.ExecuteAsync(command, reader.Actor, cancellation);
        if (outcome.Succeeded)
            return this.RedirectWithNotice(Links.Office.Settings, "Saved.");
        Check().Refusal(outcome, outcome is SetUpOfficeResult.Refused { Why: not SetUpOfficeRefusal.Stale } refused ? field(refused) : "");
        return await ShowAsync(cancellation);
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Now = await query.ReadAsync(cancellation);
        if (Now.Office is { } office)
        {
            // A form that wasn't sent shows what is stored.
            if (Office.Version is null)
                Office = OfficeInput.From(office);
            if (Practice.Version is null)
                Practice = PracticeInput.From(office);
        }

        var names = await reader.NamesAsync(cancellation);
        Changes = [.. Now.Changes.Select(e => EntryLine.From(e, names, new Dictionary<Guid, string>(), reader.Text))];
    }
}
