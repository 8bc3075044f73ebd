using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.BackOffice.Kit;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Desk;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Text;

namespace Portal.BackOffice.Areas.Office.Pages.Cases;

/// <summary>Sends a message to the constituent.</summary>
public sealed class MessageModel(CasePageContext context, SendMessage send, MessageTemplateList templates, OfficePractice practice) : CasePageModel(context)
{
    /// <summary>Text of the message.</summary>
    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Whether staff mailed it or read it to someone who has no email address.</summary>
    [BindProperty]
    public bool IsBroughtByHand { get; set; }

    /// <summary>The template to start from.</summary>
    [BindProperty]
    public Guid? Template { get; set; }

    internal IReadOnlyList<SelectListItem> Templates { get; private set; } = [];

    internal CasePage Sheet { get; private set; } = null!;

    /// <summary>The day of the next update if the message were sent now.</summary>
    internal DateOnly NextUpdate => UpdatePromise.Next(Dates.Calendar, Now, Sheet.IntervalDays);

    /// <inheritdoc />
    protected override Permission Needed => Permission.MessageConstituents;

    /// <summary>Shows the form, with a draft reminder if requested.</summary>
    public async Task<IActionResult> OnGetAsync(bool remind, CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        if (remind)
            Body = ReminderText.Suggest(Sheet);
        return Page();
    }

    /// <summary>Sends the message.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Check.Required(nameof(Body), Body, "Enter a message of 10,000 characters or fewer.").Passed
        ? await FinishAsync(
            await send.ExecuteAsync(new(Head.Case.Id, CaseVersion, Body!, Key) { IsBroughtByHand = IsBroughtByHand }, Actor, cancellation), "Message sent.", nameof(Body), cancellation)
        : await ShowAsync(cancellation);

    /// <summary>Puts a template's words in, below what was typed, with what the case knows filled in.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(CancellationToken cancellation)
    {
        if (Template is { } id && await templates.FindAsync(id, cancellation) is { } template)
        {
            ModelState.Remove(nameof(Body));
            await PrepareAsync(cancellation);
            var words = MessageFields.Fill(template.In(Head.Case.Language), await ValuesAsync(cancellation));
            Body = string.IsNullOrWhiteSpace(Body) ? words : $"{Body.TrimEnd()}\n\n{words}";
        }
        else
        {
            Check.Problem(nameof(Template), "Choose a template first.");
        }

        return await ShowAsync(cancellation);
    }

    /// <inheritdoc />
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Sheet = await ReadCaseAsync(cancellation);
        Templates = [.. (await templates.ReadAsync(cancellation)).Select(t => new SelectListItem(t.NameIn(Text.Language), t.Id.ToString()))];
    }

    private async Task<Dictionary<string, string?>> ValuesAsync(CancellationToken cancellation)
    {
        var (@case, language) = (Head.Case, Head.Case.Language);
        return new()
        {
            [MessageFields.Greeting] = @case.HelperWrites ? Texts.Get(language, "Hello:") : Texts.Get(language, "Dear {0},", @case.PersonName.Text),
            [MessageFields.Agency] = Head.Agency?.ShortWithArticle(language),
            [MessageFields.Reference] = @case.Reference,
            [MessageFields.Caseworker] = Actor.Name,
            [MessageFields.OfficePhone] = (await practice.OfficeAsync(cancellation))?.Phone is { } phone ? PhoneNumber.Show(phone) : null,
        };
    }
}
