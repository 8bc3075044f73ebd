using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.Surges;

namespace Portal.BackOffice.Areas.Office.Pages.Surges.Work;

/// <summary>Writes to many people of a surge. Nothing is sent here.</summary>
public sealed class WriteModel(SurgeList surges, SurgeSendQuery messages, WriteSurgeMessage write, PageReader reader) : PageModel
{
    /// <summary>To whom it goes.</summary>
    [BindProperty(SupportsGet = true)]
    public SurgeMessageKind Kind { get; set; }

    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The surge.</summary>
    public Surge Surge { get; private set; } = null!;

    /// <summary>The form for a message.</summary>
    public sealed class FormInput
    {
        /// <summary>Its id, created when the form is first shown.</summary>
        public Guid Id { get; set; }

        /// <summary>Version the form was made from; null for a new one.</summary>
        public int? Version { get; set; }

        /// <summary>Subject in English.</summary>
        public string? Subject { get; set; }

        /// <summary>Subject in Spanish.</summary>
        public string? SubjectEs { get; set; }

        /// <summary>Text in English.</summary>
        public string? Text { get; set; }

        /// <summary>Text in Spanish.</summary>
        public string? TextEs { get; set; }

        /// <summary>Whether it's about what the people asked for.</summary>
        public bool AsAsked { get; set; } = true;
    }

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? message, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (message is null)
            Input = new() { Id = Guid.CreateVersion7(new DateTimeOffset(reader.Now)) };
        else if (await messages.FindAsync(message.Value, cancellation) is { } draft && draft.SurgeId == id)
            (Kind, Input) = (draft.Kind, new()
            {
                Id = draft.Id,
                Version = draft.Version,
                Subject = draft.Subject,
                SubjectEs = draft.SubjectEs,
                Text = draft.Text,
                TextEs = draft.TextEs,
                AsAsked = draft.AsAsked,
            });
        else
            return NotFound();
        return Page();
    }

    /// <summary>Keeps the draft and shows who would get it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var news = Kind == SurgeMessageKind.News;
        var check = new FormCheck(this, reader.Text)
            .That(!news || !string.IsNullOrWhiteSpace(Input.Subject), "Input.Subject", "Enter a subject of 100 characters or fewer.")
            .That(!news || !string.IsNullOrWhiteSpace(Input.SubjectEs), "Input.SubjectEs", "Enter a subject of 100 characters or fewer.")
            .Required("Input.Text", Input.Text, SurgeMessage.LongestText, "Enter a text of 4,000 characters or fewer.")
            .Required("Input.TextEs", Input.TextEs, SurgeMessage.LongestText, "Enter a text of 4,000 characters or fewer.");
        if (!check.Passed)
            return Page();
        var outcome = await write.ExecuteAsync(
            new(Input.Id, Input.Version, id, Kind, new(Input.Text!, Input.TextEs!)) { Subject = news ? new(Input.Subject!, Input.SubjectEs!) : null, AsAsked = Input.AsAsked },
            reader.Actor, cancellation);
        if (outcome.Succeeded)
            return LocalRedirect(Links.Office.SendSurge(Input.Id));
        check.Refusal(outcome);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await surges.FindAsync(id, cancellation) is not { } surge)
            return false;
        Surge = surge;
        return true;
    }
}
