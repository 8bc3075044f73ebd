using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.BackOffice.Security;
using Portal.Domain;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Staff;

namespace Portal.BackOffice.Areas.Office.Pages.Account;

/// <summary>Signs somebody in by a link of the demonstration; the page exists in Development only.</summary>
public sealed class DemoModel(DemoSignIn links, PortalDb db, StaffSignIn signIn, StaffActor staff, TimeProvider clock) : PageModel
{
    /// <summary>Whose link it is.</summary>
    public StaffMember? Member { get; private set; }

    /// <summary>Who is signed in already.</summary>
    public Actor? SignedIn => staff.IfSignedIn;

    /// <summary>Shows whose link it is.</summary>
    public async Task OnGetAsync(string token, CancellationToken cancellation) => Member = await FindAsync(links.Find(token), cancellation);

    /// <summary>Uses the link.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellation)
    {
        if (SignedIn is not null || await FindAsync(links.Consume(token), cancellation) is not { } member)
            return Page();
        db.Record(this, clock.GetUtcNow().UtcDateTime, Actor.Staff(member.Id, member.DisplayName, member.Role), null, new StaffSignedIn(member.Id, "demo link"));
        await db.CommitAsync(cancellation);
        await signIn.OpenAsync(member, SignInProof.Demo);
        return LocalRedirect("/office");
    }

    private async Task<StaffMember?> FindAsync(Guid? id, CancellationToken cancellation) =>
        await db.Set<StaffMember>().SingleOrDefaultAsync(s => s.Id == id && s.DisabledAt == null, cancellation);
}
