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

/// <summary>Adds somebody and shows their enrollment link once.</summary>
public sealed class AddModel(AddStaff add, StaffActor staff, SiteAddress site, Translator text) : PageModel
{
    /// <summary>What the form posts.</summary>
    [BindProperty]
    public FormInput Input { get; set; } = new();

    /// <summary>The link, after it was made.</summary>
    public Uri? Link { get; private set; }

    /// <summary>Name, address, role.</summary>
    public sealed class FormInput
    {
        /// <summary>The name colleagues see.</summary>
        public string? Name { get; set; }

        /// <summary>The e-mail address.</summary>
        public string? Email { get; set; }

        /// <summary>The role.</summary>
        public StaffRole? Role { get; set; }
    }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
    }

    /// <summary>Adds. The link is shown in the answer itself: it must not lie in a cookie or an address.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Input.Name) || Input.Name.Length > 120)
            ModelState.AddModelError("Input.Name", text["Enter a name of 120 characters or fewer."]);
        if (!EmailAddress.TryParse(Input.Email, out _))
            ModelState.AddModelError("Input.Email", text["Enter an email address, such as name@example.gov."]);
        if (Input.Role is null)
            ModelState.AddModelError("Input.Role", text["Choose a role."]);
        if (!ModelState.IsValid)
            return Page();
        switch (await add.ExecuteAsync(new(Input.Email!, Input.Name, Input.Role!.Value), staff.Current, cancellation))
        {
            case AddStaff.Added added:
                Link = new(site.Public, Links.Office.Enroll(added.Token));
                break;
            case var refused:
                ModelState.AddModelError("Input.Email", text.Explain(refused));
                break;
        }

        return Page();
    }
}
