using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Platform.Bots;
using Portal.Web.Hosting;

namespace Portal.Web.Pages.Dev;

/// <summary>Every kind of field on one page, to look at in Development; elsewhere it does not exist.</summary>
public sealed class FormsModel(IWebHostEnvironment environment, IServiceProvider services) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public SampleInput Input { get; set; } = new();

    /// <summary>What the bot check said.</summary>
    public BotVerdict? Verdict { get; private set; }

    internal IEnumerable<Choice> States { get; } = [new("IL", "Illinois"), new("PR", "Puerto Rico"), new("WI", "Wisconsin")];

    internal IEnumerable<Choice> Kinds { get; } =
    [
        new("Self", "Me"),
        new("Relative", "A relative or friend", "The person concerned signs the release, not you."),
        new("Client", "A client"),
    ];

    internal IEnumerable<Choice> Needs { get; } = [new("Status", "To know where it stands"), new("Speed", "A faster answer"), new("Reason", "An explanation of a decision")];

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
            context.Result = NotFound();
    }

    /// <summary>Shows the form, with every error when asked for.</summary>
    public void OnGet(bool errors)
    {
        if (errors)
        {
            TryValidateModel(Input, nameof(Input));
            CheckDate();
        }
    }

    /// <summary>Checks the form and shows it again.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        CheckDate();
        if (services.GetService<IBotCheck>() is { } check && ModelState.IsValid)
            Verdict = await check.CheckAsync(await Request.BotAnswerAsync("sample"), cancellation);
    }

    private void CheckDate()
    {
        if (!Input.BirthDate.TryGet(out _))
            ModelState.AddModelError("Input.BirthDate", "Enter a date of birth with month, day and year");
    }

    /// <summary>One property for each kind of field.</summary>
    public sealed class SampleInput
    {
        [Required(ErrorMessage = "Enter your full name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter an e-mail address")]
        [EmailAddress(ErrorMessage = "Enter an e-mail address like name@example.com")]
        public string? Email { get; set; }

        public string? Phone { get; set; }

        public DateParts BirthDate { get; set; } = new();

        [Required(ErrorMessage = "Choose a state")]
        public string? State { get; set; }

        [Required(ErrorMessage = "Choose who needs help")]
        public string? Kind { get; set; }

        [MinLength(1, ErrorMessage = "Choose at least one")]
        public IList<string> Needs { get; set; } = [];

        [Required(ErrorMessage = "Tell us what happened")]
        public string? Story { get; set; }

        public IFormFile? File { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick the box to continue")]
        public bool Agrees { get; set; }
    }
}
