using Portal.Domain.Platform.Access;

namespace Portal.BackOffice.Kit;

/// <summary>A feature of a request whose new session is saved together with what the person did: one durable save instead of two.</summary>
public sealed class PendingSession
{
    /// <summary>The session that waits for the save; null until there is one.</summary>
    public Session? Row { get; set; }
}
