using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Areas.Office.Pages.Queue;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Everyone who works or has worked in the office.</summary>
public sealed class IndexModel(StaffListQuery query, AgencyAndTopicNames names, Translator text) : PageModel
{
    /// <summary>All staff.</summary>
    public StaffList Staff { get; private set; } = null!;

    /// <summary>Names of specialties.</summary>
    public AgencyAndTopicNames.Names Names { get; private set; } = null!;

    /// <summary>Lists the staff.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        (Staff, Names) = (await query.ReadAsync(cancellation), await names.ReadAsync(text.Language, cancellation));

    /// <summary>How someone signs in, in English, and how secure that is.</summary>
    public static (string Text, string Badge) Describe(SignInState state) => state switch
    {
        SignInState.Deactivated => ("Account deactivated", "badge--p3"),
        SignInState.Passkey => ("Passkey", "badge--good"),
        SignInState.PasswordAndCode => ("Password and code", "badge--good"),
        SignInState.LinkOpen => ("Link not used yet", "badge--p2"),
        _ => ("Needs a new link", "badge--p1"),
    };
}
