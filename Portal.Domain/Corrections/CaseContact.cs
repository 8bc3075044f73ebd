using Microsoft.EntityFrameworkCore;
using Portal.Domain.HelpRequests;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.Corrections;

/// <summary>Reads the contact data of a case as it is now.</summary>
public sealed class CaseContact(PortalDb db, Vault vault)
{
    /// <summary>Contact data, and who needs help, which decides whose there is.</summary>
    /// <param name="Version">Changes with each correction.</param>
    public sealed record Known(ContactData Contact, HelpFor HelpFor, int Version)
    {
        /// <summary>Phone numbers as they were when the request was sent, if they have been changed since.</summary>
        public IReadOnlyList<string> EarlierPhones { get; init; } = [];
    }

    /// <summary>The contact data of a case.</summary>
    public async Task<Known> ReadAsync(Guid caseId, CancellationToken cancellation)
    {
        var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == caseId, cancellation);
        var cipher = await vault.OpenAsync(caseId, cancellation);
        var (answers, sent) = (RequestJson.Unseal(cipher, request), RequestJson.UnsealAsSent(cipher, request));
        return new(ContactData.Of(answers), answers.HelpFor ?? HelpFor.Me, request.Version)
        {
            EarlierPhones =
            [
                .. new[] { sent.Person.Phone, sent.Helper.Phone }.OfType<string>()
                    .Except(new[] { answers.Person.Phone, answers.Helper.Phone }.OfType<string>()).Select(p => Constituents.PhoneNumber.Show(p)!),
            ],
        };
    }
}
