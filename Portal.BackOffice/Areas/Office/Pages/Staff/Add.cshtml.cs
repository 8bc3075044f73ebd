using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.BackOffice.Security;
using Portal.Domain.Constituents;
using Portal.Domain.Offices;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Staff;

/// <summary>Adds a staff member and shows their enrollment link once.</summary>
public sealed class AddModel(AddStaff add, StaffActor staff, SiteAddress site, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The link, after it was created.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Name, address, role.</summary>
    public sealed class FormInput
    {
        /// <summary>The name colleagues see.</summary>
        public string? Name { get; set; }

        /// <summary>The email address.</summary>
        public string? Email { get; set; }

        /// <summary>The role.</summary>
        public StaffRole? Role { get; set; }
    }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Adds the person. The link is shown in this response because it must not end up in a cookie or URL.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var check = new FormCheck(this, text).Required("Input.Name", Input.Name, 120, "Enter a name of 120 characters or fewer.")
            .That(EmailAddress.TryParse(Input.Email, out _), "Input.Email", "Enter an email address, such as name@example.gov.")
            .That(Input.Role is not null, "Input.Role", "Choose a role.");
        if (!check.Passed)
            return Page();
        var outcome = await add.ExecuteAsync(new(Input.Email!, Input.Name!, Input.Role!.Value), staff.Current, cancellation);
        if (outcome is AddStaff.Added added)
            Link = new(site.Public, Links.Office.Enroll(added.Token));
        else
            check.Refusal(outcome, "Input.Email");
        return Page();
    }
}
