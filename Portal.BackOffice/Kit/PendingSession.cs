using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Kit;

/// <summary>
/// Request feature for a new session that is saved together with the user's action: one durable save instead of two.
/// </summary>
public sealed class PendingSession
{
    /// <summary>The session waiting to be saved; null if there is none.</summary>
    public Session? Row { get; set; }
}
