using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Everybody who works or worked in the office.</summary>
public sealed class IndexModel(StaffListQuery query, AgencyAndTopicNames names, Translator text) : PageModel
{
    /// <summary>The list.</summary>
    public StaffList Staff { get; private set; } = null!;

    /// <summary>Names of what people know best.</summary>
    public AgencyAndTopicNames.Names Names { get; private set; } = null!;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        (Staff, Names) = (await query.ReadAsync(cancellation), await names.ReadAsync(text.Language, cancellation));

    /// <summary>How somebody signs in, in English, and how good that is.</summary>
    public static (string Text, string Badge) Describe(SignInState state) => state switch
    {
        SignInState.Deactivated => ("Account deactivated", "badge--p3"),
        SignInState.Passkey => ("Passkey", "badge--good"),
        SignInState.PasswordAndCode => ("Password and code", "badge--good"),
        SignInState.LinkOpen => ("Link not used yet", "badge--p2"),
        _ => ("Needs a new link", "badge--p1"),
    };
}
