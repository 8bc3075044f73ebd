using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Corrections;

/// <summary>Reads the contact data of a case as it is now.</summary>
public sealed class CaseContact(PortalDb db, Vault vault)
{
    /// <summary>Contact data, and who needs help, which decides whose there is.</summary>
    public sealed record Known(ContactData Contact, HelpFor HelpFor);

    /// <summary>The contact data of a case.</summary>
    public async Task<Known> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == caseId, cancellation);
        var answers = RequestJson.Unseal(await vault.OpenAsync(caseId, cancellation), request);
        return new(ContactData.Of(answers), answers.HelpFor ?? HelpFor.Me);
    }
}
