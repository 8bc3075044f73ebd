using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Domain.Messages;

namespace Portal.BackOffice.Areas.Office.Pages.MessageTemplates;

/// <summary>The message templates.</summary>
public sealed class IndexModel(MessageTemplateList templates) : PageModel
{
    /// <summary>The templates, by name.</summary>
    public IReadOnlyList<MessageTemplate> Templates { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Templates = await templates.ReadAsync(cancellation);
}
