using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Platform.Protection;

namespace Portal.Domain.HelpRequests;

/// <summary>Reads what people told us, for pages that go on without it.</summary>
public static class RequestReading
{
    /// <summary>What was answered in a request; null when its key was erased.</summary>
    public static async Task<RequestAnswers?> AnswersAsync(this PortalDb db, Vault vault, Guid requestId, CancellationToken cancellation)
    {
        try
        {
            var request = await db.Set<HelpRequest>().AsNoTracking().SingleAsync(r => r.Id == requestId, cancellation);
            return RequestJson.Unseal(await vault.OpenAsync(requestId, cancellation), request);
        }
        catch (Exception erased) when (erased is KeyErasedException or CryptographicException)
        {
            return null;
        }
    }
}
