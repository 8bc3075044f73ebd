using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Bots;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Dev;

/// <summary>Every kind of field on one page, for visual checks in Development. Doesn't exist elsewhere.</summary>
public sealed class FormsModel(IWebHostEnvironment environment, IServiceProvider services, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public SampleInput Input { get; set; } = new();

    /// <summary>Result of the bot check.</summary>
    public BotVerdict? Verdict { get; private set; }

    internal IEnumerable<Choice> States { get; } = [new("IL", "Illinois"), new("PR", "Puerto Rico"), new("WI", "Wisconsin")];

    internal IEnumerable<Choice> Kinds { get; } =
    [
        new("Self", "Me"),
        new("Relative", "A relative or friend", "The person concerned signs the release, not you."),
        new("Client", "A client"),
    ];

    internal IEnumerable<Choice> Needs { get; } =
    [
        new("Status", "To know where it stands"), new("Speed", "A faster answer"), new("Reason", "An explanation of a decision")
    ];

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
            context.Result = NotFound();
    }

    /// <summary>Shows the form, with all errors if requested.</summary>
    public void OnGet(bool errors)
    {
        if (errors)
            Check();
    }

    /// <summary>Validates the form and shows it again.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        if (Check() && services.GetService<IBotCheck>() is { } check)
            Verdict = await check.CheckAsync(await Request.BotAnswerAsync("sample"), cancellation);
    }

    private bool Check()
    {
        var check = new FormCheck(this, text)
            .Required("Input.Name", Input.Name, "Enter your full name")
            .Required("Input.Email", Input.Email, "Enter an email address")
            .Required("Input.State", Input.State, "Choose a state")
            .Required("Input.Kind", Input.Kind, "Choose who needs help")
            .That(Input.Needs.Count > 0, "Input.Needs", "Choose at least one")
            .Required("Input.Story", Input.Story, "Tell us what happened")
            .That(Input.Agrees, "Input.Agrees", "Tick the box to continue");
        check.RequiredDay("Input.BirthDate", Input.BirthDate, "Enter a date of birth with month, day and year");
        return check.Passed;
    }

    /// <summary>One property per kind of field.</summary>
    public sealed class SampleInput
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public DateParts BirthDate { get; set; } = new();

        public string? State { get; set; }

        public string? Kind { get; set; }

        public IList<string> Needs { get; set; } = [];

        public string? Story { get; set; }

        public IFormFile? File { get; set; }

        public bool Agrees { get; set; }
    }
}
